//! Outlines between the engine and what the page and files keep of them.

use tonghop_drafts::draft::outline::{Content, Outline, Place};
use tonghop_job::{OutlineView, PlaceView};

/// What stands in a section, with the name that the wire has for it.
const CONTENTS: [(Content, &str); 6] = [
    (Content::Results, "results"),
    (Content::Documents, "documents"),
    (Content::Rest, "rest"),
    (Content::Evaluation, "evaluation"),
    (Content::Plan, "plan"),
    (Content::Proposal, "proposal"),
];

/// The outline of the user's own, else the one of an id, else the first one that ships.
pub fn chosen(id: &str, own: Option<&OutlineView>) -> Outline {
    if let Some(own) = own {
        return outline(own);
    }
    let mut shipped = Outline::shipped();
    let at = shipped.iter().position(|outline| outline.id == id).unwrap_or(0);
    if at < shipped.len() { shipped.swap_remove(at) } else { Outline::default() }
}

/// An outline as the page shows it.
pub fn view(outline: &Outline) -> OutlineView {
    let place = |place: &Place| PlaceView {
        level: place.level,
        title: place.title.clone(),
        content: CONTENTS.iter().find(|(content, _)| *content == place.content).map_or("results", |c| c.1).to_owned(),
        figures: place.figures.clone(),
        from: place.from.clone(),
    };
    OutlineView {
        id: outline.id.clone(),
        name: outline.name.clone(),
        title: outline.title.clone(),
        addressee: outline.addressee.clone(),
        opening: outline.opening.clone(),
        closing: outline.closing.clone(),
        places: outline.section.iter().map(place).collect(),
    }
}

/// An outline that the page changed; a level out of bounds is brought within them.
pub fn outline(view: &OutlineView) -> Outline {
    let place = |place: &PlaceView| Place {
        level: place.level.clamp(1, 3),
        title: place.title.clone(),
        content: CONTENTS.iter().find(|(_, name)| *name == place.content).map(|c| c.0).unwrap_or_default(),
        figures: place.figures.clone(),
        from: place.from.clone(),
        off: false,
    };
    Outline {
        id: view.id.clone(),
        name: view.name.clone(),
        title: view.title.clone(),
        addressee: view.addressee.clone(),
        opening: view.opening.clone(),
        closing: view.closing.clone(),
        section: view.places.iter().map(place).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_comes_back_as_it_went() {
        for shipped in Outline::shipped() {
            assert_eq!(outline(&view(&shipped)), shipped);
        }
    }
}
