//! The files of `themes/board` inside the binary.
//!
//! In: nothing. Out: path and bytes of each file. Always: every file of the folder is listed (a test looks).

macro_rules! files {
    ($($path:literal)*) => {
        &[$(($path, include_bytes!(concat!("../../themes/board/", $path)))),*]
    };
}

/// Paths are relative to the theme's folder.
pub(super) const FILES: &[(&str, &[u8])] = files! {
    "assets/board.css"
    "assets/board.js"
    "assets/code.css"
    "i18n/en.ftl"
    "i18n/parts/activity.en.ftl"
    "i18n/parts/activity.zh.ftl"
    "i18n/parts/decision.en.ftl"
    "i18n/parts/decision.zh.ftl"
    "i18n/parts/envelope.en.ftl"
    "i18n/parts/envelope.zh.ftl"
    "i18n/parts/meeting.en.ftl"
    "i18n/parts/meeting.zh.ftl"
    "i18n/parts/notice.en.ftl"
    "i18n/parts/notice.zh.ftl"
    "i18n/parts/organization.en.ftl"
    "i18n/parts/organization.zh.ftl"
    "i18n/parts/place.en.ftl"
    "i18n/parts/place.zh.ftl"
    "i18n/parts/renovation.en.ftl"
    "i18n/parts/renovation.zh.ftl"
    "i18n/parts/revenue.en.ftl"
    "i18n/parts/revenue.zh.ftl"
    "i18n/parts/script.en.ftl"
    "i18n/parts/script.zh.ftl"
    "i18n/zh.ftl"
    "templates/404.html"
    "templates/alias.html"
    "templates/base.html"
    "templates/front.html"
    "templates/home.html"
    "templates/list.html"
    "templates/organizations.html"
    "templates/page.html"
    "templates/part/bars.html"
    "templates/part/blocks.html"
    "templates/part/body.html"
    "templates/part/cards.html"
    "templates/part/decisions.html"
    "templates/part/links.html"
    "templates/part/modes.html"
    "templates/part/notices.html"
    "templates/part/record-end.html"
    "templates/part/steps.html"
    "templates/part/switch.html"
    "templates/part/text.html"
    "templates/part/tree.html"
    "templates/part/urgent.html"
    "templates/record.html"
    "templates/record/meetings.html"
    "templates/record/revenue.html"
    "templates/search.html"
    "templates/sheet.html"
    "templates/tag.html"
    "templates/tags.html"
    "templates/tombstone.html"
    "templates/year.html"
};
