// Word documents for samples and fixtures, from a text that people can read.
//
// One line is one paragraph; how it begins says what it is:
//   `# `, `## `, `### `  a heading that Word numbers I., 1., 1.1.
//   `- `                 an item that Word marks with a dash
//   `1) `                an item that Word numbers 1., 2., 3.
//   `= `                 a centred line
//   `| a | b |`          a row of a table without borders; `//` parts the paragraphs of a cell
//   anything else        running text
// `**` begins and ends bold type, also inside a word or a number, as Word's own files do.

import { zip } from "./zip.mjs";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The lists of numbering.xml, by their `w:numId`. */
const HEADINGS = 1;
const DASHES = 2;
const ITEMS = 3;

/**
 * A Word document.
 *
 * @param {string} source the text, as described at the head of this file
 * @param {{ numberedStyles?: boolean }} options whether headings get their number from their style
 *   rather than from the paragraph itself; Word writes both
 * @returns {Buffer}
 */
export function docx(source, { numberedStyles = false } = {}) {
  return zip([
    ["[Content_Types].xml", CONTENT_TYPES],
    ["_rels/.rels", relations([["officeDocument", "word/document.xml"]])],
    ["word/document.xml", documentXml(body(source, numberedStyles))],
    ["word/_rels/document.xml.rels", relations([["styles", "styles.xml"], ["numbering", "numbering.xml"], ["header", "header1.xml"]])],
    ["word/styles.xml", styles(numberedStyles)],
    ["word/numbering.xml", NUMBERING],
    ["word/header1.xml", HEADER],
  ]);
}

/** The main part around the given body: also the way to a document that no editor would write. */
export function documentXml(content) {
  const section =
    `<w:sectPr><w:headerReference w:type="default" r:id="r3"/><w:pgSz w:w="11906" w:h="16838"/>` +
    `<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`;
  return `${DECLARATION}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${content}${section}</w:body></w:document>`;
}

/** A package with the given main part and nothing else. */
export function bareDocx(main, options) {
  return zip([["[Content_Types].xml", CONTENT_TYPES], ["_rels/.rels", relations([["officeDocument", "word/document.xml"]])], ["word/document.xml", main]], options);
}

function body(source, numberedStyles) {
  const out = [];
  let rows = [];
  for (const line of [...source.split("\n").filter(Boolean), ""]) {
    if (line.startsWith("|")) {
      rows.push(line);
      continue;
    }
    if (rows.length > 0) out.push(table(rows));
    rows = [];
    if (line) out.push(paragraph(line, numberedStyles));
  }
  return out.join("");
}

function paragraph(line, numberedStyles) {
  const heading = /^(#{1,3}) (.*)$/.exec(line);
  if (heading) {
    const level = heading[1].length;
    const number = numberedStyles ? "" : list(HEADINGS, level - 1);
    return wrap(`<w:pStyle w:val="Heading${level}"/>${number}`, heading[2]);
  }
  if (line.startsWith("- ")) return wrap(list(DASHES, 0), line.slice(2));
  if (line.startsWith("1) ")) return wrap(list(ITEMS, 0), line.slice(3));
  if (line.startsWith("= ")) return wrap('<w:jc w:val="center"/>', line.slice(2));
  return wrap("", line);
}

function list(id, level) {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

function wrap(properties, text) {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs(text)}</w:p>`;
}

function runs(text) {
  return text
    .split("**")
    .map((part, index) => part && `<w:r>${index % 2 ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${escape(part)}</w:t></w:r>`)
    .join("");
}

function table(rows) {
  const cells = (row) => row.slice(1, row.lastIndexOf("|")).split("|").map((cell) => cell.trim().split(" // "));
  const cell = (lines) => `<w:tc><w:tcPr><w:tcW w:w="4677" w:type="dxa"/></w:tcPr>${lines.map((line) => wrap("", line)).join("")}</w:tc>`;
  const body = rows.map((row) => `<w:tr>${cells(row).map(cell).join("")}</w:tr>`).join("");
  const columns = '<w:gridCol w:w="4677"/>'.repeat(cells(rows[0]).length);
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${body}</w:tbl>`;
}

function escape(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function relations(targets) {
  const items = targets.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${R}/${type}" Target="${target}"/>`);
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

function styles(numbered) {
  const heading = (level) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr><w:keepNext/>${numbered ? list(HEADINGS, level - 1) : ""}<w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`;
  return (
    `${DECLARATION}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>` +
    `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[1, 2, 3].map(heading).join("")}</w:styles>`
  );
}

function level(index, format, text, style) {
  const link = style ? `<w:pStyle w:val="${style}"/>` : "";
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${link}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
}

const abstractList = (id, levels) => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
const listOf = (id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;

const NUMBERING =
  `${DECLARATION}<w:numbering xmlns:w="${W}">` +
  abstractList(HEADINGS, level(0, "upperRoman", "%1.", "Heading1") + level(1, "decimal", "%2.", "Heading2") + level(2, "decimal", "%2.%3.", "Heading3")) +
  abstractList(DASHES, level(0, "bullet", "-")) +
  abstractList(ITEMS, level(0, "decimal", "%1.")) +
  `${[HEADINGS, DASHES, ITEMS].map(listOf).join("")}</w:numbering>`;

const HEADER = `${DECLARATION}<w:hdr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>`;

const CONTENT_TYPES =
  `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  [["document", "document.main"], ["styles", "styles"], ["numbering", "numbering"], ["header1", "header"]]
    .map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="${OFFICE}.${type}+xml"/>`)
    .join("") +
  "</Types>";
