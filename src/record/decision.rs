//! Matters put to a vote: who must take part, and how many must agree.
//!
//! In: a matter and the counts of its vote. Out: each test with its figures, and two verdicts. Always:
//! whole numbers and cross-multiplication, never a rounded share; a test whose figures lack is left open,
//! not guessed. The shares are those of the statutes named beside them (DOMAIN.md §3.2).

use crate::codes;

codes! {
    /// What is decided: it picks the quorum and the share needed.
    Matter "matter" {
        OwnRules = "own_rules" "议事规则", OwnCovenant = "own_covenant" "管理规约", OwnCommittee = "own_committee" "业主委员会选举",
        OwnHire = "own_hire" "选聘物业", OwnUseFund = "own_use_fund" "使用维修资金", OwnOther = "own_other" "其他重大事项",
        OwnRaiseFund = "own_raise_fund" "筹集维修资金", OwnRebuild = "own_rebuild" "改建重建",
        OwnCommonUse = "own_common_use" "共有部分用途", HomeBusiness = "home_business" "住改商",
        ResAssembly = "res_assembly" "居民会议", ResReps = "res_reps" "居民代表会议", VilAssembly = "vil_assembly" "村民会议",
        VilReps = "vil_reps" "村民代表会议", VilGroup = "vil_group" "村民小组", CollMembers = "coll_members" "集体成员大会",
        Committee = "committee" "业委会会议", Recall = "recall" "罢免", Advisory = "advisory" "议事",
    }
}

/// A share of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub num: u32,
    pub den: u32,
    /// More than the share; otherwise the share itself is enough ("以上" includes it, "过半数" does not).
    pub over: bool,
}

const OVER_HALF: Share = Share { num: 1, den: 2, over: true };
const TWO_THIRDS: Share = Share { num: 2, den: 3, over: false };
const OVER_TWO_THIRDS: Share = Share { num: 2, den: 3, over: true };
const THREE_QUARTERS: Share = Share { num: 3, den: 4, over: false };
const ALL: Share = Share { num: 1, den: 1, over: false };

impl Share {
    /// Whether `part` of `whole` is the share. Of nothing, nothing is reached.
    pub fn reached(self, part: i64, whole: i64) -> bool {
        let (have, need) = (i128::from(part) * i128::from(self.den), i128::from(whole) * i128::from(self.num));
        whole > 0 && if self.over { have > need } else { have >= need }
    }

    /// Catalogue id of its words.
    pub fn word(self) -> &'static str {
        match (self.num, self.den, self.over) {
            (1, 2, _) => "decision_over_half",
            (2, 3, false) => "decision_two_thirds",
            (2, 3, true) => "decision_over_two_thirds",
            (3, 4, _) => "decision_three_quarters",
            _ => "decision_all",
        }
    }
}

/// Of what the votes in favor must be a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// Everybody entitled.
    Eligible,
    /// Those who take part.
    Present,
    /// All votes cast, the spoilt ones too.
    Votes,
}

impl Whole {
    pub fn code(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Present => "present",
            Self::Votes => "votes",
        }
    }
}

/// What a matter needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requirement {
    /// The share of those entitled who must take part. A second one stands where the statute lets the meeting be
    /// held by others too (households instead of persons): the record does not say which, so both are shown.
    pub quorum: &'static [(&'static str, Share)],
    pub pass: Option<(Share, Whole)>,
    /// Owners: the same by exclusive area.
    pub by_area: bool,
    /// Catalogue id of the statute, with the date of the text read; empty for none.
    pub law: &'static str,
}

impl Matter {
    pub fn requirement(self) -> Requirement {
        let need = |quorum: &'static [(&'static str, Share)], pass, law| Requirement { quorum, pass: Some(pass), by_area: false, law };
        let owners = |share| Requirement { by_area: true, ..need(&[("", TWO_THIRDS)], (share, Whole::Present), "law_civil_code_278") };
        match self {
            Self::OwnRules | Self::OwnCovenant | Self::OwnCommittee | Self::OwnHire | Self::OwnUseFund | Self::OwnOther => {
                owners(OVER_HALF)
            }
            Self::OwnRaiseFund | Self::OwnRebuild | Self::OwnCommonUse => owners(THREE_QUARTERS),
            Self::HomeBusiness => need(&[], (ALL, Whole::Eligible), "law_civil_code_279"),
            Self::ResAssembly => need(&[("", OVER_HALF)], (OVER_HALF, Whole::Present), "law_residents_27"),
            Self::ResReps => need(&[("", TWO_THIRDS)], (OVER_HALF, Whole::Present), "law_residents_29"),
            Self::VilAssembly => {
                need(&[("adults", OVER_HALF), ("households", TWO_THIRDS)], (OVER_HALF, Whole::Present), "law_villagers_26")
            }
            Self::VilReps => need(&[("", TWO_THIRDS)], (OVER_HALF, Whole::Present), "law_villagers_30"),
            Self::VilGroup => need(&[("", TWO_THIRDS)], (OVER_HALF, Whole::Present), "law_villagers_32"),
            Self::CollMembers => need(&[("", TWO_THIRDS)], (TWO_THIRDS, Whole::Eligible), "law_collective_27"),
            Self::Committee => need(&[("", OVER_HALF)], (OVER_HALF, Whole::Eligible), "law_hangzhou_29"),
            Self::Recall => {
                need(&[("voters", OVER_HALF), ("representatives", OVER_TWO_THIRDS)], (OVER_HALF, Whole::Votes), "law_residents_20")
            }
            Self::Advisory => Requirement { quorum: &[], pass: None, by_area: false, law: "" },
        }
    }

    /// Weighs the counts, by head and (for owners) by area in hundredths of a square metre.
    pub fn weigh(self, heads: &Counts, area: &Counts) -> Weighed {
        let need = self.requirement();
        let measures: &[(Measure, &Counts)] = &[(Measure::Heads, heads), (Measure::Area, area)];
        let measures = if need.by_area { measures } else { &measures[..1] };
        let quorum_of = |(measure, counts): &(Measure, &Counts)| {
            let tests =
                need.quorum.iter().map(|(who, share)| Test::new(*measure, who, *share, Whole::Eligible, counts.present, counts.eligible));
            tests.collect::<Vec<_>>()
        };
        let quorum: Vec<Vec<Test>> = measures.iter().map(quorum_of).collect();
        let pass: Vec<Test> = need.pass.map_or_else(Vec::new, |(share, whole)| {
            let of = |c: &Counts| match whole {
                Whole::Eligible => c.eligible,
                Whole::Present => c.present,
                Whole::Votes => c.cast,
            };
            measures.iter().map(|(measure, c)| Test::new(*measure, "", share, whole, c.in_favor, of(c))).collect()
        });
        Weighed {
            took_part: if need.quorum.is_empty() { Verdict::NotAsked } else { all(quorum.iter().map(|forms| agreed(forms))) },
            in_favor: if need.pass.is_none() { Verdict::NotAsked } else { all(pass.iter().map(Test::verdict)) },
            quorum: quorum.into_iter().flatten().collect(),
            pass,
        }
    }
}

/// Counts in one measure; what the record does not give is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub eligible: Option<i64>,
    pub present: Option<i64>,
    pub in_favor: Option<i64>,
    /// All votes: for, against, abstentions, spoilt.
    pub cast: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Heads,
    Area,
}

impl Measure {
    pub fn code(self) -> &'static str {
        match self {
            Self::Heads => "heads",
            Self::Area => "area",
        }
    }
}

/// One comparison with its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Test {
    pub measure: Measure,
    /// Who is counted, where the statute knows several (`adults`, `households`); empty otherwise.
    pub who: &'static str,
    pub need: Share,
    pub whole: Whole,
    /// Part and whole, where both are given.
    pub figures: Option<(i64, i64)>,
}

impl Test {
    fn new(measure: Measure, who: &'static str, need: Share, whole: Whole, part: Option<i64>, of: Option<i64>) -> Self {
        Self { measure, who, need, whole, figures: part.zip(of).filter(|(_, of)| *of > 0) }
    }

    pub fn verdict(&self) -> Verdict {
        match self.figures {
            None => Verdict::Open,
            Some((part, whole)) if self.need.reached(part, whole) => Verdict::Reached,
            Some(_) => Verdict::NotReached,
        }
    }
}

/// What the figures say. Never more: whether a vote holds is not for a program to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Reached,
    NotReached,
    /// Figures lack, or the statute's several forms give different answers.
    Open,
    /// Nothing is asked for this matter.
    NotAsked,
}

impl Verdict {
    pub fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NotReached => "not_reached",
            Self::Open => "open",
            Self::NotAsked => "not_asked",
        }
    }
}

/// All tests of a matter, and what they say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    pub quorum: Vec<Test>,
    pub pass: Vec<Test>,
    pub took_part: Verdict,
    pub in_favor: Verdict,
}

/// Heads and area must both be reached: one that is not decides.
fn all(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    verdicts.fold(Verdict::Reached, |so_far, next| match (so_far, next) {
        (Verdict::NotReached, _) | (_, Verdict::NotReached) => Verdict::NotReached,
        (Verdict::Open, _) | (_, Verdict::Open) => Verdict::Open,
        _ => Verdict::Reached,
    })
}

/// Several forms of one quorum: an answer only where they agree.
fn agreed(forms: &[Test]) -> Verdict {
    let mut verdicts = forms.iter().map(Test::verdict);
    let first = verdicts.next().unwrap_or(Verdict::Open);
    if verdicts.all(|v| v == first) { first } else { Verdict::Open }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(eligible: i64, present: i64, in_favor: i64) -> Counts {
        Counts { eligible: Some(eligible), present: Some(present), in_favor: Some(in_favor), cast: Some(present) }
    }

    #[test]
    fn shares_are_compared_exactly() {
        for (share, part, whole, expected) in [
            (TWO_THIRDS, 567, 856, false),
            (TWO_THIRDS, 571, 856, true),
            (TWO_THIRDS, 2, 3, true),
            (OVER_TWO_THIRDS, 2, 3, false),
            (OVER_HALF, 1, 2, false),
            (OVER_HALF, 500_001, 1_000_000, true),
            (THREE_QUARTERS, 3, 4, true),
            (THREE_QUARTERS, i64::MAX / 4, i64::MAX, false),
            (ALL, 11, 12, false),
            (ALL, 12, 12, true),
            (OVER_HALF, 0, 0, false),
        ] {
            assert_eq!(share.reached(part, whole), expected, "{part}/{whole} {share:?}");
        }
    }

    #[test]
    fn each_matter_follows_its_statute() {
        use Verdict::{NotAsked, NotReached, Open, Reached};
        let none = Counts::default();
        let area = counts(7_812_050, 5_523_000, 4_300_000);
        for (matter, heads, area, expected) in [
            (Matter::OwnCommonUse, counts(856, 612, 480), area, (Reached, Reached)),
            (Matter::OwnCommonUse, counts(856, 567, 480), area, (NotReached, Reached)),
            (Matter::OwnCommonUse, counts(856, 612, 458), area, (Reached, NotReached)),
            (Matter::OwnHire, counts(856, 612, 307), area, (Reached, Reached)),
            (Matter::OwnHire, counts(856, 612, 306), area, (Reached, NotReached)),
            (Matter::OwnHire, counts(856, 612, 307), none, (Open, Open)),
            (Matter::OwnHire, counts(856, 567, 283), none, (NotReached, NotReached)),
            (Matter::OwnHire, none, none, (Open, Open)),
            (Matter::HomeBusiness, counts(12, 12, 12), none, (NotAsked, Reached)),
            (Matter::HomeBusiness, counts(12, 11, 11), none, (NotAsked, NotReached)),
            (Matter::ResAssembly, counts(100, 50, 26), none, (NotReached, Reached)),
            (Matter::ResReps, counts(60, 40, 21), none, (Reached, Reached)),
            (Matter::VilAssembly, counts(90, 60, 31), none, (Reached, Reached)),
            (Matter::VilAssembly, counts(90, 50, 26), none, (Open, Reached)),
            (Matter::VilAssembly, counts(90, 45, 26), none, (NotReached, Reached)),
            (Matter::CollMembers, counts(90, 80, 59), none, (Reached, NotReached)),
            (Matter::CollMembers, counts(90, 80, 60), none, (Reached, Reached)),
            (Matter::Committee, counts(7, 4, 3), none, (Reached, NotReached)),
            (Matter::Committee, counts(7, 4, 4), none, (Reached, Reached)),
            (Matter::Recall, counts(90, 60, 30), none, (Open, NotReached)),
            (Matter::Recall, counts(90, 61, 31), none, (Reached, Reached)),
            (Matter::Advisory, counts(9, 1, 0), none, (NotAsked, NotAsked)),
        ] {
            let weighed = matter.weigh(&heads, &area);
            assert_eq!((weighed.took_part, weighed.in_favor), expected, "{matter:?} {heads:?}");
        }
    }
}
