//! Matters put to a vote: who must take part, and how many must agree.
//!
//! In: a matter and the counts of its vote. Out: each test with its figures, and two verdicts. Always:
//! whole numbers and cross-multiplication, never a rounded share; a test whose figures lack is left open,
//! not guessed. The shares are those of the rule profile.

use crate::codes;
use crate::profile::{Profile, Share, Whole};
use crate::value::Percent;

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

impl Matter {
    /// Decided by the owners, or by their committee.
    pub fn is_owners(self) -> bool {
        match self {
            Self::OwnRules
            | Self::OwnCovenant
            | Self::OwnCommittee
            | Self::OwnHire
            | Self::OwnUseFund
            | Self::OwnOther
            | Self::OwnRaiseFund
            | Self::OwnRebuild
            | Self::OwnCommonUse
            | Self::Committee => true,
            Self::HomeBusiness
            | Self::ResAssembly
            | Self::ResReps
            | Self::VilAssembly
            | Self::VilReps
            | Self::VilGroup
            | Self::CollMembers
            | Self::Recall
            | Self::Advisory => false,
        }
    }

    /// Weighs the counts, by head and (for owners) by area in hundredths of a square metre.
    pub fn weigh(self, profile: &Profile, heads: &Counts, area: &Counts) -> Weighed {
        let need = profile.requirement(self.code());
        let measures: &[(Measure, &Counts)] = &[(Measure::Heads, heads), (Measure::Area, area)];
        let measures = if need.by_area { measures } else { &measures[..1] };
        let quorum_of = |(measure, counts): &(Measure, &Counts)| {
            let tests = need
                .quorum
                .iter()
                .map(|(who, share)| Test::new(*measure, who.as_str(), *share, Whole::Eligible, counts.present, counts.eligible));
            tests.collect::<Vec<_>>()
        };
        let quorum: Vec<Vec<Test>> = measures.iter().map(quorum_of).collect();
        let pass: Vec<Test> = need.pass.map_or_else(Vec::new, |(share, whole)| {
            let count_of = |c: &Counts| match whole {
                Whole::Eligible => c.eligible,
                Whole::Present => c.present,
                Whole::Votes => c.cast,
            };
            measures.iter().map(|(measure, c)| Test::new(*measure, "", share, whole, c.in_favor, count_of(c))).collect()
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    pub measure: Measure,
    /// Who is counted, where the statute knows several (`adults`, `households`); empty otherwise.
    pub who: String,
    pub need: Share,
    pub whole: Whole,
    /// Part and whole, where both are given.
    pub figures: Option<(i64, i64)>,
}

impl Test {
    fn new(measure: Measure, who: &str, need: Share, whole: Whole, part: Option<i64>, of: Option<i64>) -> Self {
        Self { measure, who: who.to_owned(), need, whole, figures: part.zip(of).filter(|(_, of)| *of > 0) }
    }

    /// The share to show: one decimal, or as many as it takes not to look like what it is not (74.99998% is not three quarters).
    pub fn percent(&self) -> Option<Percent> {
        let (part, whole) = self.figures?;
        let tells = |decimals: &u32| {
            let all = 100 * 10i128.pow(*decimals);
            let shown = (i128::from(part) * all * 2 + i128::from(whole)) / (i128::from(whole) * 2);
            let [shown, all] = [shown, all].map(|n| i64::try_from(n).unwrap_or(i64::MAX));
            self.need.reached(shown, all) == self.need.reached(part, whole)
        };
        Percent::of(part, whole, (1..=6).find(tells).unwrap_or(6))
    }

    /// The smallest count that would do.
    pub fn least(&self) -> Option<i64> {
        self.figures.map(|(_, whole)| self.need.least(whole))
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

impl Weighed {
    /// Tests that were not reached: of taking part, then of agreeing; of several forms of one quorum the least.
    pub fn missed(&self) -> impl Iterator<Item = (&'static str, &Test)> {
        let of = |tests: &'_ [Test], measure: Measure| {
            let missed = tests.iter().enumerate().filter(|(_, t)| t.measure == measure && t.verdict() == Verdict::NotReached);
            missed.min_by_key(|(_, t)| t.need.least(1_000_000)).map(|(at, _)| at)
        };
        let measures = [Measure::Heads, Measure::Area];
        let quorum = measures.map(|measure| of(&self.quorum, measure).filter(|_| self.took_part == Verdict::NotReached));
        let pass = measures.map(|measure| of(&self.pass, measure));
        let quorum = quorum.into_iter().flatten().map(|at| ("quorum", &self.quorum[at]));
        quorum.chain(pass.into_iter().flatten().map(|at| ("pass", &self.pass[at])))
    }
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
    fn a_share_never_looks_like_what_it_is_not() {
        for (need, part, whole, shown) in [
            ("2/3", 567, 856, "66.2"),
            ("2/3", 5_208_033, 7_812_050, "66.66666"),
            ("2/3", 5_208_034, 7_812_050, "66.7"),
            ("3/4", 4_142_249, 5_523_000, "74.99998"),
            (">1/2", 1050, 2100, "50.0"),
            (">1/2", 1_000_001, 2_000_000, "50.0001"),
        ] {
            let need = Share::parse(need).unwrap();
            let test = Test::new(Measure::Area, "", need, Whole::Present, Some(part), Some(whole));
            assert_eq!(test.percent().unwrap().to_string(), shown, "{part} of {whole}");
        }
    }

    #[test]
    fn each_matter_follows_its_statute() {
        use Verdict::{NotAsked, NotReached, Open, Reached};
        let national = Profile::national();
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
            let weighed = matter.weigh(&national, &heads, &area);
            assert_eq!((weighed.took_part, weighed.in_favor), expected, "{matter:?} {heads:?}");
        }
    }
}
