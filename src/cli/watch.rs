//! `linli watch`: publishes again whenever something changes.
//!
//! In: the site, the output folder. Out: the published site, again and again, and a line each time. Always: publishes as `build`
//! does; whenever it is ended, the published site is complete.

use linli::write::Standing;

use super::args::Watch;
use super::publish::{self, Order};
use super::round::{self, RoundInputs, RoundResult, Show};
use super::session::{self, Session, SiteLocation};
use super::{Exit, Stop};

pub(super) fn run(session: &Session, args: &Watch) -> Result<Exit, Stop> {
    session::jobs(args.again.jobs)?;
    let base_url = session::base_url(args.base_url.as_deref())?;
    let place = session.place(args.again.today.as_deref())?;
    round::run(session, place, &args.again, &mut Publisher { args, base_url, standing: None })
}

struct Publisher<'a> {
    args: &'a Watch,
    base_url: Option<String>,
    /// The state after the last publish.
    standing: Option<Standing>,
}

impl Show for Publisher<'_> {
    fn make(&mut self, session: &Session, place: &SiteLocation, work: &mut RoundInputs<'_>) -> Result<RoundResult, Stop> {
        let args = self.args;
        let output = place.output(session, args.output_dir.as_deref());
        let mut request = place.request(session);
        (request.drafts, request.portable, request.keep_going) = (args.drafts, args.portable, args.keep_going);
        request.base_url.clone_from(&self.base_url);
        let own = output == place.output(session, None);
        let order = Order { output: &output, force: args.force, strict: false, keep_going: args.keep_going, own, lock: None, again: true };
        let published = publish::publish(session, place, &order, &mut self.standing, |sink| work.rebuild(&request, sink))?;
        Ok(RoundResult { compiled: published.compiled, is_shown: published.summary.is_some() })
    }

    /// If the first publish fails (a folder that linli did not create), the command line is wrong.
    fn ready(&mut self, session: &Session, first: Result<&RoundResult, Stop>) -> Result<(), Stop> {
        first?;
        session.screen.say(&session.text("round-watching"));
        Ok(())
    }
}
