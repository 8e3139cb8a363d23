//! Who may hold a connection to the preview, and for how long.
//!
//! In: a listening socket. Out: connections, as axum wants them. Always: a connection on which nothing moves ends; one address has a
//! share of them and no more, and the oldest makes room for the newest: a neighbour who opens many keeps nobody else out.

use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep, sleep};

/// A connection on which nothing was read or written for so long ends; longer than the sign of life of event streams.
pub(super) const IDLE: Duration = Duration::from_secs(45);

/// After an error that may pass (no descriptors left) it is tried again.
const PAUSE: Duration = Duration::from_millis(100);

/// Connections of one address, and of all; half of what the system lets this program open at most.
const PER_ADDRESS: usize = 32;
const ALL: usize = 256;

/// Takes connections.
pub(super) struct Listener {
    inner: TcpListener,
    seats: Arc<Seats>,
    idle: Duration,
}

impl Listener {
    /// `descriptors`: how many files and connections this program may have open.
    pub(super) fn new(inner: TcpListener, descriptors: Option<u64>, idle: Duration) -> Self {
        let all = descriptors.map_or(ALL, |most| usize::try_from(most / 2).unwrap_or(ALL).clamp(4, ALL));
        let seats = Seats { all, each: (all / 4).clamp(2, PER_ADDRESS), held: Mutex::default() };
        Self { inner, seats: Arc::new(seats), idle }
    }
}

impl axum::serve::Listener for Listener {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            match self.inner.accept().await {
                Ok((stream, address)) => {
                    let (ends, seat) = Seats::take(&self.seats, address.ip());
                    return (Connection { stream, idle: self.idle, rest: Box::pin(sleep(self.idle)), ends, _seat: seat }, address);
                }
                Err(_) => sleep(PAUSE).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.inner.local_addr()
    }
}

/// The connections there are, oldest first.
struct Seats {
    all: usize,
    each: usize,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    next: u64,
    seats: Vec<(u64, IpAddr, oneshot::Sender<()>)>,
}

/// Free again when it is dropped.
struct Seat {
    number: u64,
    of: Arc<Seats>,
}

impl Seats {
    /// A seat, and what tells that somebody else needs it.
    fn take(this: &Arc<Self>, ip: IpAddr) -> (oneshot::Receiver<()>, Seat) {
        let (sender, receiver) = oneshot::channel();
        let mut held = this.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = |held: &Held, ip: IpAddr| held.seats.iter().filter(|(_, of, _)| *of == ip).count();
        let crowded = if count(&held, ip) >= this.each {
            Some(ip)
        } else if held.seats.len() >= this.all {
            // Whoever has most; of equals the one who came first.
            held.seats.iter().map(|(_, of, _)| *of).rev().max_by_key(|of| count(&held, *of))
        } else {
            None
        };
        if let Some(at) = held.seats.iter().position(|(_, of, _)| Some(*of) == crowded) {
            // Its connection hears of it when the sender is dropped.
            held.seats.remove(at);
        }
        let number = held.next;
        held.next += 1;
        held.seats.push((number, ip, sender));
        (receiver, Seat { number, of: Arc::clone(this) })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.of.held.lock().unwrap_or_else(PoisonError::into_inner).seats.retain(|(number, ..)| *number != self.number);
    }
}

/// A connection that ends when nothing moves, or when its seat is taken.
pub(super) struct Connection {
    stream: TcpStream,
    idle: Duration,
    rest: Pin<Box<Sleep>>,
    ends: oneshot::Receiver<()>,
    _seat: Seat,
}

impl Connection {
    /// Something moved, or nothing for too long.
    fn moved<T>(&mut self, cx: &mut Context<'_>, poll: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if Pin::new(&mut self.ends).poll(cx).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()));
        }
        if poll.is_ready() {
            let until = Instant::now() + self.idle;
            self.rest.as_mut().reset(until);
            return poll;
        }
        ready!(self.rest.as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Connection {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let poll = Pin::new(&mut self.stream).poll_read(cx, buffer);
        self.moved(cx, poll)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let poll = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.moved(cx, poll)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(all: usize, each: usize) -> Arc<Seats> {
        Arc::new(Seats { all, each, held: Mutex::default() })
    }

    #[test]
    fn a_neighbour_who_opens_many_keeps_nobody_else_out() {
        let seats = seats(6, 4);
        let (many, phone): (IpAddr, IpAddr) = ([192, 0, 2, 7].into(), [192, 0, 2, 8].into());
        let mut held: Vec<_> = (0..10).map(|_| Seats::take(&seats, many)).collect();
        let gone = |held: &mut Vec<(oneshot::Receiver<()>, Seat)>| {
            held.iter_mut().map(|(ends, _)| ends.try_recv() == Err(oneshot::error::TryRecvError::Closed)).collect::<Vec<_>>()
        };
        assert_eq!(gone(&mut held), [[true; 6].as_slice(), &[false; 4]].concat(), "the oldest make room");
        let mut phones: Vec<_> = (0..3).map(|_| Seats::take(&seats, phone)).collect();
        assert_eq!(gone(&mut phones), [false; 3], "whoever has most makes room");
        assert_eq!(gone(&mut held).iter().filter(|gone| !**gone).count(), 3);
        drop((held, phones));
        assert!(seats.held.lock().unwrap().seats.is_empty());
    }

    #[test]
    fn a_connection_on_which_nothing_moves_ends() {
        use std::io::{Read as _, Write as _};
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let inner = TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0)).await.unwrap();
            let address = inner.local_addr().unwrap();
            let listener = Listener::new(inner, Some(64), Duration::from_millis(200));
            let router = axum::Router::new().fallback(|| async { "here" });
            let server = tokio::spawn(async move { axum::serve(listener, router).await });
            let client = move || {
                let mut half = std::net::TcpStream::connect(address).unwrap();
                half.write_all(b"GET / HTTP/1.1\r\nHost:").unwrap();
                let mut whole = std::net::TcpStream::connect(address).unwrap();
                whole.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
                let mut answer = Vec::new();
                whole.read_to_end(&mut answer).unwrap();
                let mut nothing = Vec::new();
                // Closed or reset: it ended.
                let _ = half.read_to_end(&mut nothing);
                String::from_utf8(answer).unwrap()
            };
            let answer = tokio::task::spawn_blocking(client).await.unwrap();
            assert!(answer.ends_with("here"), "{answer}");
            server.abort();
        });
    }
}
