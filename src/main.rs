//! Temporary front door.
use linli::diagnostic::{Look, human};
struct Quiet;
impl linli::render::Progress for Quiet {
    fn pages(&self, _: usize, _: usize) {}
}
fn main() {
    let root = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or(".".into()));
    let request = linli::Request {
        fs: &linli::fs::Disk,
        root: &root,
        today: linli::value::Date::parse("2026-06-16").expect("date"),
        drafts: false,
        keep_going: false,
        portable: false,
        base_url: None,
    };
    let staging = linli::write::Staging::open(&linli::fs::Disk, &root.join("public"), linli::write::Options::default()).expect("staging");
    let t = std::time::Instant::now();
    let made = linli::compile(&request, &staging, &Quiet).expect("compile");
    let words = linli::locale::Words::of(linli::locale::Tongue::Zh);
    eprintln!("{}", human::print(&made.checked.findings, words, &Look { width: 120, ..Look::default() }));
    eprintln!("{} pages {:?}", made.pages, t.elapsed());
    if made.pages > 0 {
        eprintln!("{:?}", staging.publish(linli::write::PublishInfo { records: made.shown }));
    }
}
