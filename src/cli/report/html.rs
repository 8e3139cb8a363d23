//! A page of the report, written piece by piece.
//!
//! In: texts and figures. Out: HTML. Always: every text is escaped in one function, [`Html::text`]; nothing is loaded from outside;
//! Chinese text on an English page is marked.

use linli::diagnostic::Arg;
use linli::locale::{Tongue, Words};
use linli::value::Date;

pub(super) struct Html<'a> {
    pub words: &'a Words,
    pub tongue: Tongue,
    out: String,
}

impl<'a> Html<'a> {
    pub(super) fn new(words: &'a Words, tongue: Tongue) -> Self {
        Self { words, tongue, out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Our own markup, never text of a site.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                // Control characters are not allowed in HTML.
                c if c.is_control() && c != '\n' && c != '\t' => {}
                c => self.out.push(c),
            }
        }
        self
    }

    /// An element with a text; `open` is its name with our own attributes (`p class="small"`).
    pub(super) fn element(&mut self, open: &str, text: &str) -> &mut Self {
        let name = open.split(' ').next().unwrap_or(open);
        self.raw("<").raw(open).raw(">").text(text).raw("</").raw(name).raw(">")
    }

    /// Text of a site: marked if it is in Chinese and the page is not.
    pub(super) fn site_text(&mut self, text: &str) -> &mut Self {
        if self.tongue != Tongue::Zh && text.chars().any(is_han) {
            return self.element("span lang=\"zh\"", text);
        }
        self.text(text)
    }

    pub(super) fn word(&mut self, id: &str) -> &mut Self {
        let word = self.words.say(id, &[]);
        self.text(&word)
    }

    pub(super) fn say(&mut self, id: &str, args: &[(&'static str, Arg)]) -> &mut Self {
        let text = self.words.say(id, args);
        self.text(&text)
    }

    pub(super) fn heading(&mut self, level: u8, id: &str) -> &mut Self {
        let word = self.words.say(id, &[]);
        self.element(&format!("h{level}"), &word)
    }

    /// A date in the language of the page.
    pub(super) fn date(&mut self, iso: &str) -> &mut Self {
        let shown = date(self.words, iso);
        self.raw("<time datetime=\"").text(iso).raw("\">").text(&shown).raw("</time>")
    }

    /// A row of a list of facts: the label, then what `fill` writes.
    pub(super) fn fact(&mut self, label: &str, fill: impl FnOnce(&mut Self)) -> &mut Self {
        self.raw("<div><dt>").word(label).raw("</dt><dd>");
        fill(self);
        self.raw("</dd></div>\n")
    }

    pub(super) fn tag(&mut self, tone: &str, id: &str, args: &[(&'static str, Arg)]) -> &mut Self {
        self.raw("<span class=\"tag ").raw(tone).raw("\">").say(id, args).raw("</span> ")
    }
}

/// An ISO date in the language of messages.
pub(super) fn date(words: &Words, iso: &str) -> String {
    Date::parse(iso).map_or_else(|_| iso.to_owned(), |d| words.format().date((d.year(), d.month(), d.day())))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_site_says_never_becomes_markup() {
        let mut html = Html::new(Words::of(Tongue::En), Tongue::En);
        html.element("p class=\"x\"", "<b onclick='a'>&\u{0}\"").site_text("停水").site_text(" <i>");
        assert_eq!(html.finish(), "<p class=\"x\">&lt;b onclick=&#39;a&#39;&gt;&amp;&quot;</p><span lang=\"zh\">停水</span> &lt;i&gt;");
    }
}
