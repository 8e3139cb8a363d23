//! `robots.txt`: everything may be read, and where the sitemap is.
//!
//! In: the page context. Out: text.

use super::{PageCx, PageWriter, Written};

pub(super) fn write(page_cx: &PageCx<'_>, out: &mut PageWriter<'_>) -> Written {
    out.bytes(format!("User-agent: *\nAllow: /\nSitemap: {}\n", page_cx.absolute("sitemap.xml")).into_bytes());
    Ok(())
}
