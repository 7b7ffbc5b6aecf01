//! One driver process with one browser, both ended when dropped.

use crate::command::SILENCE;
use crate::display::Display;
use crate::engine::Engine;
use crate::kept::Kept;
use crate::wait::poll;
use fantoccini::error::NewSessionError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::ChildStdout;
use std::sync::{Mutex, PoisonError};
use tokio::time::timeout;

/// How often a start is tried: a port may be taken between being found free and being used.
const ATTEMPTS: usize = 3;

/// Browsers whose test has ended well, for the next one: starting takes longer than most tests.
static IDLE: Mutex<Vec<Driver>> = Mutex::new(Vec::new());

/// A driver process; the browser it started goes with it.
pub(crate) struct Driver {
    engine: Engine,
    address: SocketAddr,
    session: String,
    // Before the display that the browser shows on.
    _process: Kept,
    // A driver that writes to a closed pipe would end.
    _output: ChildStdout,
    _display: Option<Display>,
}

impl Driver {
    /// A browser: an idle one if there is any.
    pub(crate) async fn take(engine: Engine) -> (Self, Client) {
        while let Some(driver) = idle(engine) {
            if let Ok(Ok(client)) = timeout(SILENCE, driver.reset()).await {
                return (driver, client);
            }
        }
        Self::start(engine).await
    }

    /// Leaves the browser to the next test.
    pub(crate) async fn give_back(self, client: Client) {
        if client.persist().await.is_ok() {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
        }
    }

    async fn start(engine: Engine) -> (Self, Client) {
        let mut failure = String::new();
        for _ in 0..ATTEMPTS {
            match timeout(SILENCE, Self::try_start(engine)).await {
                Ok(Ok(started)) => return started,
                Ok(Err(reason)) => failure = reason,
                Err(late) => failure = late.to_string(),
            }
        }
        panic!("{engine:?} does not start: {failure}");
    }

    async fn try_start(engine: Engine) -> Result<(Self, Client), String> {
        let address = free_address();
        let display = (engine == Engine::WebKit).then(Display::start);
        let mut command = engine.driver(address.port());
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let (process, output) = Kept::start(&command);
        let listens = poll(async || TcpStream::connect(address).ok()).await;
        listens.ok_or_else(|| format!("{} does not listen", command.get_program().display()))?;
        let client = ClientBuilder::new(connector())
            .capabilities(engine.capabilities())
            .connect(&format!("http://{address}"))
            .await
            .map_err(|error| error.to_string())?;
        let session = client.session_id().await.map_err(|error| error.to_string())?.ok_or("a session has an id")?;
        if engine == Engine::WebKit {
            // The other two take the size on their command line.
            client.set_window_size(1330, 1000).await.map_err(|error| error.to_string())?;
        }
        let driver = Self { engine, address, session, _process: process, _output: output, _display: display };
        Ok((driver, client))
    }

    /// Joins the session again, from the runtime of another test. Pages have new origins each time, so what they
    /// stored needs no clearing.
    async fn reset(&self) -> Result<Client, String> {
        let address = format!("http://{}", self.address);
        let client = Client::with_existing_session(&address, &self.session, connector())
            .await
            .map_err(|error: NewSessionError| error.to_string())?;
        client.release_actions().await.map_err(|error| error.to_string())?;

        Ok(client)
    }
}

fn idle(engine: Engine) -> Option<Driver> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let place = idle.iter().position(|driver| driver.engine == engine)?;
    Some(idle.swap_remove(place))
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("a bound listener has an address")
}

fn connector() -> HttpConnector {
    // A command would wait for the driver to confirm the one before, which drivers put off.
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    connector
}
