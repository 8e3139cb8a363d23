//! Which files of the site's folder matter when they change.
//!
//! In: a path relative to the root, with forward slashes. Out: yes or no. Always: files that reading ignores (`discover`) are
//! ignored here, and so are temporary files of editors.

/// The settings.
const SETTINGS: &str = linli::config::FILE_NAME;
/// The figures published before: pages do not show them, findings go by them.
const LOCK: &str = linli::lock::FILE_NAME;
/// The folders with inputs.
pub(super) const FOLDERS: [&str; 4] = [linli::discover::CONTENT, "themes", "profiles", "fonts"];

/// Whether a change of this file may change the site.
pub(super) fn matters(path: &str) -> bool {
    let mut parts = path.split('/');
    let first = parts.next().unwrap_or("");
    path == SETTINGS || path == LOCK || (FOLDERS.contains(&first) && !parts.any(is_noise))
}

/// Temporary and system files of editors, office programs, synchronizers and systems.
fn is_noise(name: &str) -> bool {
    // .x.swp, .#x (Emacs), .~x.docx (WPS), .~lock.x# (LibreOffice), .goutputstream-x, .DS_Store
    name.starts_with('.')
        // ~$x.docx (Word, WPS)
        || name.starts_with("~$")
        || name.ends_with('~')
        // #x# (Emacs)
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        // Vim creates 4913 to test whether it may write in the folder.
        || matches!(name, "4913" | "Thumbs.db" | "desktop.ini")
        || [".tmp", ".temp", ".swp", ".swo", ".swx", ".bak", ".wbk", ".crdownload", ".part", "___jb_tmp___", "___jb_old___"]
            .iter()
            .any(|end| name.ends_with(end))
        || is_sheet_aside(name)
}

/// Excel saves a workbook under a temporary name of eight hexadecimal digits.
fn is_sheet_aside(name: &str) -> bool {
    name.len() == 8 && name.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F')) && name.bytes().any(|b| b.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::matters;

    #[test]
    fn what_the_site_is_made_of_matters() {
        let all = [
            "site.toml",
            "published.lock",
            "content",
            "content/notices/water.md",
            "content/notices/water.en.md",
            "content/notices/water/平面图.pdf",
            "content/glossary.yaml",
            "content/notices/20260601",
            "themes/board/assets/board.css",
            "profiles/yunnan.toml",
            "fonts/NotoSansYi-Regular.ttf",
        ];
        for path in all {
            assert!(matters(path), "{path}");
        }
    }

    #[test]
    fn output_and_what_editors_leave_behind_do_not() {
        let all = [
            "",
            "public",
            "public/index.html",
            ".public.linli/new/index.html",
            ".linli/cache",
            ".git/index.lock",
            "README.md",
            "contents/x.md",
            "site.toml~",
            "content/notices/.water.md.swp",
            "content/notices/water.md~",
            "content/notices/4913",
            "content/notices/~$表.docx",
            "content/notices/.~表.docx",
            "content/notices/~WRD0001.tmp",
            "content/notices/#water.md#",
            "content/notices/.#water.md",
            "content/notices/5A3B2C10",
            "content/.git/HEAD",
            "themes/board/.DS_Store",
        ];
        for path in all {
            assert!(!matters(path), "{path}");
        }
    }
}
