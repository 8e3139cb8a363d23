//! serve: the site as it was compiled last, over HTTP, for the person who writes it.
//!
//! In: sites as they are made ([`Preview`] is their sink), findings ([`State`]). Out: answers to browsers, and news to the
//! pages they show. Always: the site lies in memory, so only what was compiled can be asked for; the last
//! good site stays; hosts that are not ours (DNS rebinding) are refused; what is added to pages (one
//! script) is added to answers only; it ends when told to, whoever still listens.
//!
//! The only room that listens on the network, and with `listen` the only one that names axum and tokio.

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

use answer::{Asked, Reply};
pub use host::Hosts;
pub use phone::{outward, qr};
use site::File;
pub use site::Site;
pub use state::{State, drafts};

/// Where one looks first.
const PORT: u16 = 1111;
/// So many ports are tried from there on: as many previews as a person may have open.
const PORTS: u16 = 50;
/// A sign of life for event streams, so that a browser that went away is noticed.
const KEEP_ALIVE: Duration = Duration::from_secs(20);
/// Whoever has not taken the answer so long after the end was asked for does not get it any more.
const FAREWELL: Duration = Duration::from_secs(2);

/// A page that is being made is waited for so long; then what stands is shown.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is looked whether it is there.
const GLANCE: Duration = Duration::from_millis(2);

/// The address of the news.
const EVENTS: &str = "/.linli/events";

/// Takes a port: the one that was asked for, else the first free one.
pub fn bind(interface: IpAddr, port: Option<u16>) -> io::Result<TcpListener> {
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
pub fn loopback() -> IpAddr {
    Ipv4Addr::LOCALHOST.into()
}

/// What is held up for browsers.
pub struct Preview {
    fs: Box<dyn FileSystem>,
    hosts: Hosts,
    /// Whether pages follow changes by themselves.
    follows: bool,
    site: Site,
    /// What was told last.
    state: Mutex<Option<State>>,
    /// The state as JSON; `None` when the preview ends.
    news: watch::Sender<Option<Arc<str>>>,
}

impl Sink for Preview {
    fn put_hashed(&self, path: &str, bytes: &[u8], hash: ContentHash) -> Result<(), SinkError> {
        if self.site.take(path, File::Bytes(bytes.into()), hash)? {
            self.tell_again();
        }
        Ok(())
    }

    fn put_file(&self, path: &str, from: &Path, hash: ContentHash, _: u64) -> Result<(), SinkError> {
        self.site.take(path, File::At(from.to_owned()), hash).map(drop)
    }

    fn remembers(&self) -> bool {
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
    pub fn new(fs: Box<dyn FileSystem>, hosts: Hosts, follows: bool) -> Arc<Self> {
        let (news, _) = watch::channel(Some(Arc::from("")));
        Arc::new(Self { fs, hosts, follows, site: Site::default(), state: Mutex::default(), news })
    }

    /// The site held up.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Tells the pages that are open what there is to know.
    pub fn tell(&self, state: &State) {
        *self.state() = Some(state.clone());
        self.tell_again();
    }

    fn state(&self) -> MutexGuard<'_, Option<State>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same, of the site as it is now.
    fn tell_again(&self) {
        if let Some(state) = &mut *self.state() {
            state.site = self.site.id();
            self.news.send_replace(Some(state.to_json().into()));
        }
    }

    /// Path under which the site lies, `/` or `/a/b/`.
    pub fn base(&self) -> String {
        self.site.base()
    }

    /// Waits for a page that is being made.
    async fn wait_for(&self, path: String) {
        let Some(page) = answer::page_of(&self.site, &path) else { return };
        let made = async {
            while self.site.ask(&page) {
                tokio::time::sleep(GLANCE).await;
            }
        };
        let _ = tokio::time::timeout(PATIENCE, made).await;
    }

    /// What is said to whom we do not serve.
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
        let asked = Asked { path, query: request.uri().query(), range: header(request, header::RANGE), follows: self.follows };
        reply(answer::answer(&self.site, &*self.fs, &asked))
    }

    /// The news, as a stream that ends when the preview does.
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
    pub fn run(self: &Arc<Self>, listener: TcpListener) -> io::Result<()> {
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
                // First, or the server would wait for their readers.
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

/// Ctrl+C, or what a system says when it ends programs.
async fn asked_to_end() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Nobody can tell us; the system ends us its own way.
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

/// What a channel receives, as axum wants it.
struct Stream(mpsc::Receiver<Event>);

impl futures_core::Stream for Stream {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx).map(|event| event.map(Ok))
    }
}
