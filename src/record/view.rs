//! What templates receive of a record: complete typed values, machine form beside human form.
//!
//! In: nothing (types only; each kind's room fills them). Always: links are resolved and relative,
//! words are in the page's language, and text in another language says so with `lang` and `dir`.
//! These types are the contract with theme authors: what is a run of text, a list of facts or a table here reaches
//! templates as finished HTML ([`html`]), everything else as it is.

pub mod chart;
pub mod grid;
pub mod html;
pub mod pieces;

use serde::Serialize;

/// A piece of running text inside a fact, a cell or a list row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Inline {
    /// Words. `lang`/`dir` only where they differ from the page's.
    Text {
        text: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        lang: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dir: Option<&'static str>,
    },
    /// A date, a time or a range: `iso` for the `datetime` attribute (empty for a range).
    Time { iso: String, text: String },
    /// A figure: isolated from its surroundings, tabular digits.
    Num { value: String, text: String },
    /// A link to another page of the site or outside.
    Link {
        url: String,
        text: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        lang: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dir: Option<&'static str>,
    },
    /// A link to a file that is kept, and never opened as a page.
    Download {
        url: String,
        text: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        lang: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        dir: Option<&'static str>,
    },
    /// A telephone number, to be tapped.
    Tel { url: String, text: String },
    /// A state, shown as a tag; `tone` is one of `plain`, `waiting`, `done`, `closed`, `urgent`.
    Tag { tone: &'static str, text: String },
    /// A code, number or account that must not be wrapped or reordered.
    Code { text: String },
    /// A drawing of the figures beside it ([`chart`]), which those who listen need not hear.
    Drawing { svg: String },
}

impl Inline {
    /// A telephone number as it was written, to be tapped.
    pub fn tel(phone: &str) -> Self {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        Self::Tel { url: format!("tel:{digits}"), text: phone.to_owned() }
    }
}

impl From<Inline> for Vec<Inline> {
    fn from(inline: Inline) -> Self {
        vec![inline]
    }
}

/// What a run says, without its marks; a drawing says nothing.
pub fn words(run: &[Inline]) -> String {
    fn of(inline: &Inline) -> &str {
        match inline {
            Inline::Text { text, .. }
            | Inline::Time { text, .. }
            | Inline::Num { text, .. }
            | Inline::Link { text, .. }
            | Inline::Download { text, .. }
            | Inline::Tel { text, .. }
            | Inline::Tag { text, .. }
            | Inline::Code { text } => text,
            Inline::Drawing { .. } => "",
        }
    }
    run.iter().map(of).collect()
}

/// One row of the facts list: a label and what it says (one or more lines).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    pub label: String,
    #[serde(serialize_with = "html::lines")]
    pub lines: Vec<Vec<Inline>>,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Cell {
    #[serde(serialize_with = "html::inlines")]
    pub content: Vec<Inline>,
    /// Right-aligned figure.
    pub num: bool,
}

/// One row of a table. `id` is the address of the row (`lines-x-light`), empty for none.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Row {
    pub id: String,
    pub cells: Vec<Cell>,
}

/// A table with a caption; the first cell of each row is its head.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Table {
    pub caption: String,
    /// Said once under the caption, such as the currency; empty for none.
    pub unit: String,
    pub head: Vec<Cell>,
    pub rows: Vec<Row>,
    pub foot: Vec<Row>,
}

/// A cell of words.
pub fn cell(content: impl Into<Vec<Inline>>) -> Cell {
    Cell { content: content.into(), num: false }
}

/// A cell of one figure, aligned right.
pub fn num_cell(content: Inline) -> Cell {
    Cell { content: vec![content], num: true }
}

/// A row without an address of its own.
pub fn row(cells: Vec<Cell>) -> Row {
    Row { id: String::new(), cells }
}

/// One part of a bar: `percent` (0 to 100, one decimal, as text) of the whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BarPart {
    /// Class of its stroke; empty where the bar has its own order.
    pub stroke: &'static str,
    pub label: String,
    pub text: String,
    pub percent: String,
}

/// A step of a time line: a milestone, a plan version, a change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    pub id: String,
    /// One of `done`, `late`, `planned`, `plain`.
    pub state: &'static str,
    pub tag: String,
    #[serde(serialize_with = "html::inlines")]
    pub title: Vec<Inline>,
    #[serde(serialize_with = "html::facts")]
    pub facts: Vec<Fact>,
}

/// One decision of a meeting or one matter with a vote.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision {
    pub id: String,
    pub no: String,
    #[serde(serialize_with = "html::inlines")]
    pub title: Vec<Inline>,
    #[serde(serialize_with = "html::one")]
    pub outcome: Option<Inline>,
    #[serde(serialize_with = "html::inlines")]
    pub text: Vec<Inline>,
    #[serde(serialize_with = "html::facts")]
    pub facts: Vec<Fact>,
    /// By how much a vote fell short of what was needed; empty where it did not.
    pub short: String,
    /// Votes by head and, for owners, by area; each with its own bar.
    pub votes: Vec<Vote>,
    /// A ballot by options, drawn.
    #[serde(serialize_with = "html::maybe_figure")]
    pub ballot: Option<Figure>,
    /// What was needed and whether it was reached, one sentence each.
    #[serde(serialize_with = "html::facts")]
    pub tests: Vec<Fact>,
    /// Sentences in words.
    pub notes: Vec<String>,
}

/// One count of a vote.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Vote {
    /// What is counted: persons, or square metres.
    pub label: String,
    /// All parts on one bar as long as all who were entitled, with marks of the shares needed.
    pub svg: String,
    /// What the mark of turnout means; empty where there is none.
    pub turnout: String,
    /// What the mark of consent means; empty where there is none.
    pub mark: String,
    pub parts: Vec<BarPart>,
}

/// Figures drawn, with the table of them.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Figure {
    /// Its caption, and small print such as the currency. Without one it is a table alone, named by what is above it.
    pub title: String,
    pub unit: String,
    /// What each stroke means: a drawing and words.
    pub keys: Vec<(String, String)>,
    /// The drawing as a whole; empty where the table holds it row by row.
    pub svg: String,
    pub table: Table,
    /// What opens the table where it is folded away; empty where it is open.
    pub fold: String,
}

/// One block of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    Facts {
        #[serde(serialize_with = "html::facts")]
        facts: Vec<Fact>,
    },
    Table {
        #[serde(serialize_with = "html::table")]
        table: Table,
    },
    List {
        #[serde(serialize_with = "html::lines")]
        rows: Vec<Vec<Inline>>,
    },
    Note {
        tone: &'static str,
        #[serde(serialize_with = "html::lines")]
        lines: Vec<Vec<Inline>>,
    },
    Bar {
        label: String,
        parts: Vec<BarPart>,
    },
    Steps {
        steps: Vec<Step>,
    },
    Decisions {
        decisions: Vec<Decision>,
    },
    Figure {
        #[serde(serialize_with = "html::figure")]
        figure: Figure,
    },
    /// `pair`: two of one place, to be compared.
    Photos {
        photos: Vec<Photo>,
        pair: bool,
    },
    Tree {
        nodes: Vec<TreeNode>,
    },
    Week {
        #[serde(serialize_with = "grid::week")]
        week: grid::Week,
    },
}

/// A picture beside the record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Photo {
    /// `Before`, `after`; empty for none.
    pub label: String,
    pub picture: Picture,
    pub alt: String,
    #[serde(serialize_with = "html::inlines")]
    pub caption: Vec<Inline>,
}

/// A picture as the page shows it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Picture {
    pub url: String,
    /// In pixels; none where the file does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<(u32, u32)>,
    /// The whole picture, where the site publishes it and the page shows a smaller one.
    pub original: String,
}

/// A node of a tree, such as an organization with those below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TreeNode {
    #[serde(serialize_with = "html::inlines")]
    pub content: Vec<Inline>,
    pub children: Vec<TreeNode>,
}

/// A titled part of a record's page. `id` is stable (`agenda`, `lines`) so that templates may place it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    pub id: &'static str,
    pub title: String,
    pub blocks: Vec<Block>,
    /// Says again, drawn or with links, what facts and tables of the record say: the posting sheet goes without it.
    #[serde(skip)]
    pub repeats: bool,
}

/// What stands of a record in lists.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    /// State tags.
    pub tags: Vec<Inline>,
    /// The one fact; empty for none.
    pub headline: Vec<Inline>,
}

/// What a kind makes of its record for one language.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct KindView {
    /// State tags beside the title.
    #[serde(serialize_with = "html::each")]
    pub tags: Vec<Inline>,
    /// The facts list, in the order residents need (UX: facts first).
    #[serde(serialize_with = "html::facts")]
    pub facts: Vec<Fact>,
    /// The one fact that stands in lists; empty for none.
    #[serde(serialize_with = "html::inlines")]
    pub headline: Vec<Inline>,
    pub sections: Vec<Section>,
}
