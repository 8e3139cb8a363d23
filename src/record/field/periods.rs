//! Spans of days and of time: `{ from, to }`, or `起 到 止` on one line.
//!
//! Always: the end does not lie before the start.

use super::{Field, FieldSpec, Leaf, Path, Reader, Shape, Visit};
use crate::value::{Date, DatePeriod, DateTime, Moment, MomentPeriod, Time};
use crate::yaml::Node;

crate::fields! {
    /// A span of days, both included.
    DayFields {
        from "起": Date = "First day." / "第一天";
        to "止": Date = "Last day, included." / "最后一天（含当天）";
    }
}

crate::fields! {
    /// A span of time; days count whole.
    MomentFields {
        from "起": Moment = "Start, a day or a minute." / "开始（日期，或日期加时间）";
        to "止": Option<Moment> = "End, a day or a minute." / "结束（日期，或日期加时间）";
    }
}

/// `起 到 止` on one line means the same as `{ from, to }`.
fn two_ends(node: &Node) -> Option<(String, String)> {
    let text = node.scalar()?;
    let (from, to) = text.split_once(['到', '至', '~', '～'])?;
    Some((from.trim().to_owned(), to.trim().to_owned()))
}

impl Field for DatePeriod {
    const SHAPE: Shape = Shape::Struct(&DayFields::SPEC);
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let span = at.span(node.get("to").or_else(|| node.get("止")).unwrap_or(node));
        let (from, to) = match two_ends(node) {
            Some((from, to)) => match (Date::parse(&from), Date::parse(&to)) {
                (Ok(from), Ok(to)) => (from, to),
                (Err(error), _) | (_, Err(error)) => {
                    at.value_error("COM-03", error, span);
                    return None;
                }
            },
            None => DayFields::read(node, at).map(|f| (f.from, f.to))?,
        };
        if from > to {
            at.error("COM-03", "com-03-period-order", span);
            return None;
        }
        Some(Self { from, to })
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        for (name, date) in [("from", self.from), ("to", self.to)] {
            path.enter(name);
            visit(path, spec, Leaf::Date(date));
            path.leave();
        }
    }
}

impl Field for MomentPeriod {
    const SHAPE: Shape = Shape::Struct(&MomentFields::SPEC);
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let span = at.span(node.get("to").or_else(|| node.get("止")).unwrap_or(node));
        let period = match two_ends(node) {
            Some((from, to)) => {
                let from = Moment::parse(&from);
                // `2026-06-18 14:00 到 20:00`: the same day is surely meant.
                let to = Moment::parse(&to).or_else(|error| match (&from, Time::parse(&to)) {
                    (Ok(Moment::Minute(start)), Ok(time)) => Ok(Moment::Minute(DateTime { date: start.date, time })),
                    _ => Err(error),
                });
                match (from, to) {
                    (Ok(from), Ok(to)) => Self { from, to: Some(to) },
                    (Err(error), _) | (_, Err(error)) => {
                        at.value_error("COM-03", error, span);
                        return None;
                    }
                }
            }
            None => MomentFields::read(node, at).map(|f| Self { from: f.from, to: f.to })?,
        };
        if period.to.is_some_and(|to| to.end() < period.from.start()) {
            at.error("COM-03", "com-03-period-order", span);
            return None;
        }
        Some(period)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        for (name, moment) in [("from", Some(self.from)), ("to", self.to)] {
            if let Some(moment) = moment {
                path.enter(name);
                visit(path, spec, Leaf::Moment(moment));
                path.leave();
            }
        }
    }
}
