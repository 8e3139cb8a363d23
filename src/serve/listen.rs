//! Limits on connections to the preview: their number and their idle time.
//!
//! In: a listening socket. Out: connections for axum. Always: an idle connection is closed; an address has a limited number of
//! connections, and a new one closes its oldest, so that a client with many connections does not keep others out.

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

/// A connection is closed after so long without reading or writing; longer than the interval of keep-alive messages.
pub(super) const IDLE: Duration = Duration::from_secs(45);

/// Pause before accepting again after an error that may pass (no descriptors left).
const PAUSE: Duration = Duration::from_millis(100);

/// The most connections of one address, and of all; the latter is at most half of the descriptors that the system allows.
const PER_ADDRESS: usize = 32;
const ALL: usize = 256;

/// Accepts connections.
pub(super) struct Listener {
    inner: TcpListener,
    slots: Arc<Slots>,
    idle: Duration,
}

impl Listener {
    /// `descriptors`: the number of files and connections that the system lets this program open.
    pub(super) fn new(inner: TcpListener, descriptors: Option<u64>, idle: Duration) -> Self {
        let all = descriptors.map_or(ALL, |most| usize::try_from(most / 2).unwrap_or(ALL).clamp(4, ALL));
        let slots = Slots { all, each: (all / 4).clamp(2, PER_ADDRESS), open: Mutex::default() };
        Self { inner, slots: Arc::new(slots), idle }
    }
}

impl axum::serve::Listener for Listener {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            match self.inner.accept().await {
                Ok((stream, address)) => {
                    let (ends, slot) = Slots::take(&self.slots, address.ip());
                    return (Connection { stream, idle: self.idle, rest: Box::pin(sleep(self.idle)), ends, _slot: slot }, address);
                }
                Err(_) => sleep(PAUSE).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.inner.local_addr()
    }
}

/// The slots for connections.
struct Slots {
    all: usize,
    each: usize,
    open: Mutex<OpenConnections>,
}

#[derive(Default)]
struct OpenConnections {
    next: u64,
    slots: Vec<(u64, IpAddr, oneshot::Sender<()>)>,
}

/// The slot of a connection; dropping it frees the slot.
struct Slot {
    number: u64,
    of: Arc<Slots>,
}

impl Slots {
    /// Takes a slot; the receiver is closed when another connection needs the slot.
    fn take(this: &Arc<Self>, ip: IpAddr) -> (oneshot::Receiver<()>, Slot) {
        let (sender, receiver) = oneshot::channel();
        let mut open = this.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = |open: &OpenConnections, ip: IpAddr| open.slots.iter().filter(|(_, of, _)| *of == ip).count();
        let crowded = if count(&open, ip) >= this.each {
            Some(ip)
        } else if open.slots.len() >= this.all {
            // The address with the most connections; of equals, the one with the oldest connection.
            open.slots.iter().map(|(_, of, _)| *of).rev().max_by_key(|of| count(&open, *of))
        } else {
            None
        };
        if let Some(at) = open.slots.iter().position(|(_, of, _)| Some(*of) == crowded) {
            // Dropping the sender ends the connection.
            open.slots.remove(at);
        }
        let number = open.next;
        open.next += 1;
        open.slots.push((number, ip, sender));
        (receiver, Slot { number, of: Arc::clone(this) })
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        self.of.open.lock().unwrap_or_else(PoisonError::into_inner).slots.retain(|(number, ..)| *number != self.number);
    }
}

/// A connection that ends when it is idle or loses its slot.
pub(super) struct Connection {
    stream: TcpStream,
    idle: Duration,
    rest: Pin<Box<Sleep>>,
    ends: oneshot::Receiver<()>,
    _slot: Slot,
}

impl Connection {
    /// Restarts the idle timer after progress; fails after the timer has run out or the slot is lost.
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

    fn slots(all: usize, each: usize) -> Arc<Slots> {
        Arc::new(Slots { all, each, open: Mutex::default() })
    }

    #[test]
    fn a_neighbour_who_opens_many_keeps_nobody_else_out() {
        let slots = slots(6, 4);
        let (many, phone): (IpAddr, IpAddr) = ([192, 0, 2, 7].into(), [192, 0, 2, 8].into());
        let mut open: Vec<_> = (0..10).map(|_| Slots::take(&slots, many)).collect();
        let gone = |open: &mut Vec<(oneshot::Receiver<()>, Slot)>| {
            open.iter_mut().map(|(ends, _)| ends.try_recv() == Err(oneshot::error::TryRecvError::Closed)).collect::<Vec<_>>()
        };
        assert_eq!(gone(&mut open), [[true; 6].as_slice(), &[false; 4]].concat(), "the oldest make room");
        let mut phones: Vec<_> = (0..3).map(|_| Slots::take(&slots, phone)).collect();
        assert_eq!(gone(&mut phones), [false; 3], "whoever has most makes room");
        assert_eq!(gone(&mut open).iter().filter(|gone| !**gone).count(), 3);
        drop((open, phones));
        assert!(slots.open.lock().unwrap().slots.is_empty());
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
