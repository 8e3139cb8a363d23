//! Spans of days and of time: `{ from, to }`, or `起 到 止` on one line; `{ from }` or `… 起` where the end may be open.
//!
//! Always: the end does not lie before the start.

use super::{Field, FieldSpec, Leaf, Path, Reader, Shape, Visit};
use crate::value::{Date, DatePeriod, DateTime, Moment, MomentPeriod, OpenPeriod, Time, ValueError};
use crate::yaml::Node;

crate::fields! {
    /// A span of days, both included.
    DayFields {
        from "起": Date = "First day." / "第一天";
        to "止": Date = "Last day, included." / "最后一天（含当天）";
    }
}

crate::fields! {
    /// A span of days that may have no end.
    OpenDayFields {
        from "起": Date = "First day." / "第一天";
        to "止": Option<Date> = "Last day, included; none where the end is open." / "最后一天（含当天）；没有定的不写";
    }
}

crate::fields! {
    /// A span of time; days count whole.
    MomentFields {
        from "起": Moment = "Start, a day or a minute." / "开始（日期，或日期加时间）";
        to "止": Option<Moment> = "End, a day or a minute." / "结束（日期，或日期加时间）";
    }
}

/// `起 到 止` on one line means the same as `{ from, to }`, and `… 起` the same as `{ from }`.
fn on_one_line(node: &Node) -> Option<(&str, Option<&str>)> {
    let text = node.scalar()?.trim();
    match text.split_once(['到', '至', '~', '～']) {
        Some((from, to)) => Some((from.trim(), Some(to.trim()))),
        None => Some((text.strip_suffix('起')?.trim_start_matches(['自', '从']).trim(), None)),
    }
}

/// Both ends of a span of days, as either form gives them.
fn days(node: &Node, at: &mut Reader<'_>) -> Option<OpenPeriod> {
    let span = at.span(node.get("to").or_else(|| node.get("止")).unwrap_or(node));
    let read = |(from, to): (&str, Option<&str>)| -> Result<OpenPeriod, ValueError> {
        Ok(OpenPeriod { from: Date::parse(from)?, to: to.map(Date::parse).transpose()? })
    };
    let period = match on_one_line(node).map(read) {
        Some(Ok(period)) => period,
        Some(Err(error)) => {
            at.value_error("COM-03", error, span);
            return None;
        }
        None => OpenDayFields::read(node, at).map(|f| OpenPeriod { from: f.from, to: f.to })?,
    };
    if period.is_over(period.from) {
        at.error("COM-03", "com-03-period-order", span);
        return None;
    }
    Some(period)
}

fn walk_days<'a>(period: OpenPeriod, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
    for (name, date) in [("from", Some(period.from)), ("to", period.to)] {
        if let Some(date) = date {
            path.enter(name);
            visit(path, spec, Leaf::Date(date));
            path.leave();
        }
    }
}

impl Field for OpenPeriod {
    const SHAPE: Shape = Shape::Struct(&OpenDayFields::SPEC);
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        days(node, at)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        walk_days(*self, path, spec, visit);
    }
}

impl Field for DatePeriod {
    const SHAPE: Shape = Shape::Struct(&DayFields::SPEC);
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        if on_one_line(node).is_some() {
            let closed = days(node, at)?.closed();
            if closed.is_none() {
                let span = at.span(node);
                at.error("COM-03", "com-03-period-open", span);
            }
            return closed;
        }
        // The declaration says that the end is missing.
        let both = DayFields::read(node, at)?;
        let period = Self { from: both.from, to: both.to };
        if period.from > period.to {
            let span = at.span(node.get("to").or_else(|| node.get("止")).unwrap_or(node));
            at.error("COM-03", "com-03-period-order", span);
            return None;
        }
        Some(period)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        walk_days((*self).into(), path, spec, visit);
    }
}

/// The end of a span whose start is known: `2026-06-18 14:00 到 20:00` surely means the same day.
fn moment_end(from: Moment, to: &str) -> Result<Moment, ValueError> {
    Moment::parse(to).or_else(|error| match (from, Time::parse(to)) {
        (Moment::Minute(start), Ok(time)) => Ok(Moment::Minute(DateTime { date: start.date, time })),
        _ => Err(error),
    })
}

impl Field for MomentPeriod {
    const SHAPE: Shape = Shape::Struct(&MomentFields::SPEC);
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let span = at.span(node.get("to").or_else(|| node.get("止")).unwrap_or(node));
        let read = |(from, to): (&str, Option<&str>)| -> Result<Self, ValueError> {
            let from = Moment::parse(from)?;
            Ok(Self { from, to: to.map(|to| moment_end(from, to)).transpose()? })
        };
        let period = match on_one_line(node).map(read) {
            Some(Ok(period)) => period,
            Some(Err(error)) => {
                at.value_error("COM-03", error, span);
                return None;
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
