//! serve: the last compiled site over HTTP, for the person who writes it.
//!
//! In: sites as they are compiled ([`Preview`] is their sink), findings ([`State`]). Out: answers to browsers, and events for the
//! pages they show. Always: the site is in memory, so only compiled files can be requested; the last good site stays; requests for
//! foreign host names (DNS rebinding) are refused; what is added to pages (one script) is added to answers only; the server ends
//! when asked to, even if clients are connected.
//!
//! The only module that listens on the network, and with `listen` the only one that names axum and tokio.

mod answer;
mod host;
mod listen;
mod phone;
mod site;
mod state;

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use linli::fs::{self, FileSystem};
use linli::hash::ContentHash;
use linli::sink::{Sink, SinkError};
use tokio::sync::{mpsc, watch};

use answer::{PageRequest, Reply};
pub(crate) use host::Hosts;
pub(crate) use phone::{outward, qr};
use site::File;
pub(crate) use site::Site;
pub(crate) use state::{State, drafts};

/// The first port tried.
const PORT: u16 = 1111;
/// Number of ports tried from there on: as many previews as a person may have open.
const PORTS: u16 = 50;
/// Interval of keep-alive messages in event streams, so that a closed browser is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(20);
/// Time that clients have to take their answers after the server was asked to end.
const FAREWELL: Duration = Duration::from_secs(2);

/// Longest wait for a page that is being rendered; after it the old page is shown.
const PATIENCE: Duration = Duration::from_secs(10);
/// Interval of looking whether the page is ready.
const GLANCE: Duration = Duration::from_millis(2);

/// The address of the event stream.
const EVENTS: &str = "/.linli/events";

/// Binds a port: the one asked for, else the first free one.
pub(crate) fn bind(interface: IpAddr, port: Option<u16>) -> io::Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind(SocketAddr::new(interface, port));
    }
    let mut taken = TcpListener::bind(SocketAddr::new(interface, PORT));
    for port in PORT + 1..PORT + PORTS {
        match taken {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => taken = TcpListener::bind(SocketAddr::new(interface, port)),
            other => return other,
        }
    }
    taken
}

/// The loopback address: nobody else can see the preview.
pub(crate) fn loopback() -> IpAddr {
    Ipv4Addr::LOCALHOST.into()
}

/// The state that browsers are served from.
pub(crate) struct Preview {
    fs: Box<dyn FileSystem>,
    hosts: Hosts,
    /// Whether pages reload after changes.
    follows: bool,
    site: Site,
    /// The last state sent.
    state: Mutex<Option<State>>,
    /// The state as JSON; `None` when the preview ends.
    news: watch::Sender<Option<Arc<str>>>,
}

impl Sink for Preview {
    fn put_hashed(&self, path: &str, bytes: &[u8], hash: ContentHash) -> Result<(), SinkError> {
        if self.site.take(path, File::Bytes(bytes.into()), hash)? {
            self.send_again();
        }
        Ok(())
    }

    fn put_file(&self, path: &str, from: &Path, hash: ContentHash, _: u64) -> Result<(), SinkError> {
        self.site.take(path, File::At(from.to_owned()), hash).map(drop)
    }

    fn keeps_output(&self) -> bool {
        true
    }

    fn expects(&self, base_url: &str, paths: &[String]) -> bool {
        self.site.expect(base_url, paths);
        true
    }

    fn wanted(&self) -> Option<String> {
        self.site.wanted()
    }
}

impl Preview {
    pub(crate) fn new(fs: Box<dyn FileSystem>, hosts: Hosts, follows: bool) -> Arc<Self> {
        let (news, _) = watch::channel(Some(Arc::from("")));
        Arc::new(Self { fs, hosts, follows, site: Site::default(), state: Mutex::default(), news })
    }

    /// The site being served.
    pub(crate) fn site(&self) -> &Site {
        &self.site
    }

    /// Sends the state to open pages.
    pub(crate) fn send(&self, state: &State) {
        *self.state() = Some(state.clone());
        self.send_again();
    }

    fn state(&self) -> MutexGuard<'_, Option<State>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, with the present site.
    fn send_again(&self) {
        if let Some(state) = &mut *self.state() {
            state.site = self.site.id();
            self.news.send_replace(Some(state.to_json().into()));
        }
    }

    /// Path of the site on the server, `/` or `/a/b/`.
    pub(crate) fn base(&self) -> String {
        self.site.base()
    }

    /// Waits for a page that is being rendered.
    async fn wait_for(&self, path: String) {
        let Some(page) = answer::page_of(&self.site, &path) else { return };
        let made = async {
            while self.site.ask(&page) {
                tokio::time::sleep(GLANCE).await;
            }
        };
        let _ = tokio::time::timeout(PATIENCE, made).await;
    }

    /// The answer to a foreign host name.
    fn refusal(&self, request: &Request) -> Option<Response> {
        // HTTP/2 and absolute requests name the host in the address.
        let host = request.uri().authority().map(|a| a.as_str()).or_else(|| header(request, header::HOST));
        if !host.is_some_and(|host| self.hosts.allows(host)) {
            return Some(reply(Reply::text(403, "linli: this name is not an address of the preview\n")));
        }
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        (!is_read).then(|| reply(Reply::text(405, "").with("Allow", "GET, HEAD")))
    }

    fn answer(&self, request: &Request) -> Response {
        let path = request.uri().path();
        if self.follows && path == EVENTS && request.method() == Method::GET {
            return self.events();
        }
        let asked = PageRequest { path, query: request.uri().query(), range: header(request, header::RANGE), follows: self.follows };
        reply(answer::answer(&self.site, &*self.fs, &asked))
    }

    /// The event stream; it ends when the preview does.
    fn events(&self) -> Response {
        let (sender, receiver) = mpsc::channel(1);
        let mut news = self.news.subscribe();
        tokio::spawn(async move {
            loop {
                let state = news.borrow_and_update().clone();
                let Some(state) = state else { return };
                if !state.is_empty() && sender.send(Event::default().data(&*state)).await.is_err() {
                    return;
                }
                tokio::select! {
                    changed = news.changed() => if changed.is_err() { return },
                    () = sender.closed() => return,
                }
            }
        });
        let stream = Sse::new(Stream(receiver)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE));
        let headers = [(header::CACHE_CONTROL, "no-store"), (HeaderName::from_static("cross-origin-resource-policy"), "same-origin")];
        (headers, stream).into_response()
    }

    /// Answers until the program is asked to end.
    pub(crate) fn run(self: &Arc<Self>, listener: TcpListener) -> io::Result<()> {
        listener.set_nonblocking(true)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = listen::Listener::new(tokio::net::TcpListener::from_std(listener)?, fs::descriptors(), listen::IDLE);
            let this = Arc::clone(self);
            let router = Router::new().fallback(move |request: Request| {
                let this = Arc::clone(&this);
                async move {
                    if let Some(refusal) = this.refusal(&request) {
                        return refusal;
                    }
                    this.wait_for(request.uri().path().to_owned()).await;
                    this.answer(&request)
                }
            });
            let this = Arc::clone(self);
            let end = async move {
                asked_to_end().await;
                // Streams end first, or the server would wait for their readers.
                this.news.send_replace(None);
            };
            let mut news = self.news.subscribe();
            let farewell = async {
                while news.borrow_and_update().is_some() {
                    if news.changed().await.is_err() {
                        break;
                    }
                }
                tokio::time::sleep(FAREWELL).await;
            };
            tokio::select! {
                ended = axum::serve(listener, router).with_graceful_shutdown(end) => ended,
                () = farewell => Ok(()),
            }
        })
    }
}

/// Ctrl+C, or the signal with which a system ends programs.
async fn asked_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a signal handler the system ends the program its own way.
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

fn header(request: &Request, name: HeaderName) -> Option<&str> {
    request.headers().get(name).and_then(|value| value.to_str().ok())
}

fn reply(reply: Reply) -> Response {
    let mut response = Response::new(Body::from(reply.body));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in reply.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// The events of a channel as a stream for axum.
struct Stream(mpsc::Receiver<Event>);

impl futures_core::Stream for Stream {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx).map(|event| event.map(Ok))
    }
}
