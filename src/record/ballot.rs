//! Ballots that are no yes/no question: candidates for seats, or several options.
//!
//! In: front matter. Out: [`Ballot`], the slips inside it, and how it is shown. Always: what was not counted is not invented: there are no
//! votes against and no abstentions, and a name is shown only in a public office or with the person's consent.

use super::check_cx::CheckCx;
use super::view::{Cell, Figure, Inline, Row, Table, cell, chart, num_cell};
use super::view_cx::ViewCx;
use crate::codes;
use crate::fields;
use crate::record::field::{NonEmpty, Personal};
use crate::value::{Area, DatePeriod, Percent, Slug, Text};

codes! {
    /// What became of an option.
    BallotOutcome "ballot_outcome" { Elected = "elected" "当选", NotElected = "not_elected" "未当选", Chosen = "chosen" "选定" }
}

impl BallotOutcome {
    fn tone(self) -> &'static str {
        match self {
            Self::Elected | Self::Chosen => "done",
            Self::NotElected => "closed",
        }
    }
}

fields! {
    /// A candidate, or one of several options.
    BallotOption keyed id titled title {
        id "编号": Slug = "Id of the option." / "选项的编号";
        no "序号": Option<u32> = "Number on the ballot paper." / "选票上的序号";
        title "标题": Option<Text> = "What is chosen; a candidate has a name instead." / "选项；候选人写姓名";
        name "姓名": Personal<Option<Text>> = "Candidate; shown only with `public: true` or `consent: true`." / "候选人姓名，写明 public 或 consent 才公开";
        public "公开职务": bool = "A public office: the name is public by law." / "依法公开的职务";
        consent "本人同意": bool = "The person agreed to have the name published." / "本人同意公开姓名";
        votes "票数": u32 = "Votes." / "得票数";
        votes_area "票数面积": Option<Area> = "Area of these votes, m²." / "得票的面积（平方米）";
        outcome "结果": Option<BallotOutcome> = "elected, not_elected or chosen." / "当选、未当选或选定";
    }
}

fields! {
    /// The count of a ballot.
    Ballot {
        choose "每票可选": Option<u32> = "How many options one ballot paper may name; 1 if not written." / "每张选票最多选几项；不写就是 1 项";
        seats "应选名额": Option<u32> = "Seats to be filled." / "应选的名额";
        options "选项": NonEmpty<BallotOption> = "Candidates or options, at least one." / "候选人或选项，至少一项";
        returned "收回": Option<u32> = "Ballot papers returned." / "收回的选票";
        returned_area "收回面积": Option<Area> = "Area of the ballot papers returned, m²." / "收回的选票面积（平方米）";
        blank "空白": Option<u32> = "Blank papers: valid, without a vote." / "空白票：有效，不投给任何一项";
        invalid "无效": Option<u32> = "Invalid papers." / "无效票";
        preliminary "初步结果": bool = "The result is not final yet." / "结果还没有确定";
        objection "异议期": Option<DatePeriod> = "When objections are taken." / "提出异议的起止日期";
    }
}

impl Ballot {
    pub fn choose(&self) -> u32 {
        self.choose.unwrap_or(1)
    }

    /// Valid papers, blank ones included.
    pub fn valid(&self) -> Option<i64> {
        Some(i64::from(self.returned?) - i64::from(self.invalid.unwrap_or(0)))
    }

    /// How many options had each outcome, the telling ones first.
    pub fn outcomes(&self) -> impl Iterator<Item = (BallotOutcome, usize)> {
        let all = [BallotOutcome::Elected, BallotOutcome::Chosen, BallotOutcome::NotElected];
        let count = |outcome| self.options.iter().filter(|o| o.outcome == Some(outcome)).count();
        all.into_iter().map(move |outcome| (outcome, count(outcome))).filter(|(_, n)| *n > 0)
    }

    /// The options in the order of their votes, by area where these are equal, as written where both are.
    pub fn ranked(&self) -> Vec<&BallotOption> {
        let mut ranked: Vec<&BallotOption> = self.options.iter().collect();
        crate::order::sort_by(&mut ranked, |a, b| (b.votes, b.votes_area).cmp(&(a.votes, a.votes_area)));
        ranked
    }

    /// Neighbours in rank with the same votes and the same area.
    fn ties(&self) -> Vec<[&BallotOption; 2]> {
        let ranked = self.ranked();
        let same = |a: &BallotOption, b: &BallotOption| a.votes == b.votes && a.votes_area == b.votes_area;
        ranked.windows(2).filter(|pair| same(pair[0], pair[1])).map(|pair| [pair[0], pair[1]]).collect()
    }
}

impl BallotOption {
    /// Elected, or chosen.
    pub fn won(&self) -> bool {
        matches!(self.outcome, Some(BallotOutcome::Elected | BallotOutcome::Chosen))
    }

    /// What may be published as its name: a title, or a candidate's name in a public office or with consent.
    pub fn published_name(&self) -> Option<&Text> {
        self.title.as_ref().or_else(|| self.name.as_ref().filter(|_| self.public || self.consent))
    }

    fn label(&self, cx: &ViewCx<'_>) -> Inline {
        match (self.published_name(), self.no) {
            (Some(name), _) => cx.text(name),
            (None, Some(no)) => cx.plain(cx.say("ballot_number", &[("no", i64::from(no).into())])),
            (None, None) => cx.plain(cx.say("ballot_id", &[("id", self.id.0.to_string().into())])),
        }
    }
}

// ---- the figures of one ballot ----

/// The slips of a ballot at `at`, all of the code MTG-02 or its counterpart: more votes than papers allow, more elected than seats,
/// more blank and invalid papers than were returned.
pub fn check(ballot: &Ballot, at: &str, code: &'static str, cx: &mut CheckCx<'_>) {
    let path = |field: &str| format!("{at}.{field}");
    let spoilt = i64::from(ballot.invalid.unwrap_or(0)) + i64::from(ballot.blank.unwrap_or(0));
    if let Some(returned) = ballot.returned.map(i64::from).filter(|returned| spoilt > *returned) {
        let field = if ballot.invalid.is_some() { "invalid" } else { "blank" };
        let finding = cx.error(code, "mtg-02-ballot-spoilt", path(field));
        finding.arg("spoilt", spoilt).arg("returned", returned).related(path("returned"), "mtg-02-ballot-returned-here");
        return;
    }
    let marked = ballot.valid().map(|valid| valid - i64::from(ballot.blank.unwrap_or(0)));
    if let Some(marked) = marked {
        let sum: i64 = ballot.options.iter().map(|o| i64::from(o.votes)).sum();
        let most = marked.saturating_mul(i64::from(ballot.choose()));
        if sum > most {
            let finding = cx.error(code, "mtg-02-ballot-over", path("returned"));
            finding.arg("sum", sum).arg("most", most).arg("marked", marked).arg("choose", ballot.choose()).arg("difference", sum - most);
        }
        for (i, option) in ballot.options.iter().enumerate().filter(|(_, o)| sum <= most && i64::from(o.votes) > marked) {
            let finding = cx.error(code, "mtg-02-ballot-option-over", format!("{at}.options[{i}].votes"));
            finding.arg("votes", option.votes).arg("marked", marked).related(path("returned"), "mtg-02-ballot-returned-here");
        }
    }
    if let Some(seats) = ballot.seats {
        let elected = ballot.options.iter().filter(|o| o.outcome == Some(BallotOutcome::Elected)).count();
        if elected > seats as usize {
            let finding = cx.error(code, "mtg-02-ballot-seats", path("seats"));
            finding.arg("elected", elected).arg("seats", seats);
        }
    }
}

/// An option that was passed over by one with fewer votes, of the code MTG-04 or its counterpart.
pub fn check_order(ballot: &Ballot, at: &str, code: &'static str, cx: &mut CheckCx<'_>) {
    let lost_most = ballot.options.iter().filter(|o| o.outcome == Some(BallotOutcome::NotElected)).max_by_key(|o| (o.votes, o.votes_area));
    let fewer = |o: &BallotOption| lost_most.is_some_and(|lost| o.won() && o.votes < lost.votes && o.votes_area <= lost.votes_area);
    if let (Some((i, won)), Some(lost)) = (ballot.options.iter().enumerate().find(|(_, o)| fewer(o)), lost_most) {
        let finding = cx.warning(code, "mtg-04-ballot-order", format!("{at}.options[{i}].outcome"));
        finding.arg("won", won.votes).arg("lost", lost.votes).arg("lost_id", lost.id.0.to_string());
    }
}

// ---- how it is shown ----

/// One option a line: name, votes, outcome.
pub fn lines(ballot: &Ballot, cx: &ViewCx<'_>) -> Vec<Vec<Inline>> {
    let line = |option: &&BallotOption| {
        let votes = cx.say("ballot_votes", &[("n", i64::from(option.votes).into())]);
        let mut line = vec![option.label(cx), cx.plain(" "), cx.plain(votes)];
        line.extend(option.outcome.into_iter().flat_map(|o| [cx.plain(" "), cx.tag(o.tone(), &BallotOutcome::LIST, o.code())]));
        line
    };
    ballot.ranked().iter().map(line).collect()
}

/// What bars and shares are of: all who were entitled, else the papers returned, else the most votes that one option has.
fn whole(ballot: &Ballot, eligible: Option<i64>) -> (i64, &'static str) {
    let most = ballot.options.iter().map(|o| i64::from(o.votes)).max().unwrap_or(0);
    let returned = ballot.returned.map(i64::from).filter(|n| *n >= most && *n > 0);
    match (eligible.filter(|n| *n >= most && *n > 0), returned) {
        (Some(eligible), _) => (eligible, "eligible"),
        (None, Some(returned)) => (returned, "returned"),
        (None, None) => (most, "most"),
    }
}

/// The figures of a ballot: each option with a bar as long as all who were entitled, in the order of votes; papers returned, blank and
/// invalid ones as far as they were counted.
pub fn figure(ballot: &Ballot, title: &Text, eligible: Option<i64>, cx: &ViewCx<'_>) -> Figure {
    let (whole, of) = whole(ballot, eligible);
    let has_area = ballot.options.iter().any(|o| o.votes_area.is_some());
    let has_outcome = ballot.options.iter().any(|o| o.outcome.is_some());
    let row = |option: &&BallotOption| {
        let votes = i64::from(option.votes);
        let share = Percent::of(votes, whole, 1).filter(|_| of != "most").map(|p| cx.language().format().percent(&p.to_string()));
        let figure = cx.language().format().integer(votes);
        let figure = share.map_or(figure.clone(), |share| cx.say("meeting_vote_part", &[("n", figure.into()), ("share", share.into())]));
        let mut cells = vec![
            cell(option.label(cx)),
            cell(Inline::Drawing { svg: chart::bars(&[("a", chart::units(votes, whole))]) }),
            num_cell(cx.plain(figure)),
        ];
        if has_area {
            cells.push(Cell { content: option.votes_area.iter().map(|a| cx.area(*a)).collect(), num: true });
        }
        if has_outcome {
            cells.push(cell(option.outcome.iter().map(|o| cx.tag(o.tone(), &BallotOutcome::LIST, o.code())).collect::<Vec<_>>()));
        }
        Row { id: option.id.0.to_string(), cells }
    };
    let mut head = vec!["ballot_option", "ballot_bar", "ballot_count"];
    head.extend(has_area.then_some("ballot_area"));
    head.extend(has_outcome.then_some("ballot_outcome"));
    let table = Table {
        // Each table of a page has a name of its own.
        caption: cx.say("ballot_table", &[("title", cx.words_of(title).0.into())]),
        head: head.into_iter().map(|word| cell(cx.plain(cx.word(word)))).collect(),
        rows: ballot.ranked().iter().map(row).collect(),
        ..Table::default()
    };
    Figure { table, ..Figure::default() }
}

/// How the papers are marked and what the bars are of, what else is known of the papers, and ties by name: a sentence each.
pub fn notes(ballot: &Ballot, eligible: Option<i64>, cx: &ViewCx<'_>) -> Vec<String> {
    let (whole, of) = whole(ballot, eligible);
    let seats = i64::from(ballot.seats.unwrap_or(0));
    let args = [
        ("choose", i64::from(ballot.choose()).into()),
        ("seats", seats.into()),
        ("of", of.into()),
        ("whole", cx.language().format().integer(whole).into()),
    ];
    let frame = cx.say("ballot_caption", &args);
    let papers = [("returned", ballot.returned), ("blank", ballot.blank), ("invalid", ballot.invalid)];
    let papers = papers.into_iter().filter_map(|(what, n)| Some(cx.say(&format!("ballot_{what}"), &[("n", i64::from(n?).into())])));
    let papers: Vec<String> = papers.collect();
    let mut notes = vec![frame];
    if !papers.is_empty() {
        notes.push(papers.join(&cx.word("meeting_comma")));
    }
    notes.extend(ballot.ties().into_iter().map(|pair| {
        let [a, b] = pair.map(|option| match option.label(cx) {
            Inline::Text { text, .. } => text,
            _ => String::new(),
        });
        cx.say("ballot_tie", &[("a", a.into()), ("b", b.into()), ("n", i64::from(pair[0].votes).into())])
    }));
    notes
}
