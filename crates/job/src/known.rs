//! What the page has to know of the readers before it asks: how large a file may be, and which encodings there are.
//!
//! The engine knows the same; the worker's tests hold the two together.

/// The largest file that is read, in bytes; a larger one need not be loaded to be refused.
pub const MAX_BYTES: u64 = 64 << 20;

/// The encodings that the letters of a file can be read in: their ids for
/// [`ReadChoice::letters`](crate::ReadChoice::letters) and their names.
pub const ENCODINGS: [(&str, &str); 6] = [
    ("tcvn3", "TCVN3 (ABC)"),
    ("vni", "VNI-Windows"),
    ("viscii", "VISCII"),
    ("vps", "VPS"),
    ("windows-1258", "Windows-1258"),
    ("misread", "UTF-8 bị đọc nhầm"),
];

/// The sentence for a file of this size in bytes, where it is too large to be read.
pub fn too_large(size: u64) -> Option<String> {
    (size > MAX_BYTES).then(|| {
        format!("Tệp này lớn hơn {} MB nên không phải là báo cáo; hãy chọn đúng tệp báo cáo.", MAX_BYTES >> 20)
    })
}
