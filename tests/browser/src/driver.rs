//! Driver processes: each runs one browser with one WebDriver session.

use crate::display::Display;
use crate::engine::{BrowserEngine, TypeSettings};
use crate::supervised_process::SupervisedProcess;
use crate::wait::poll;
use fantoccini::error::NewSessionError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::ChildStdout;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::timeout;

/// A driver that has not answered after this long never will. Its own limits for scripts and page loads are shorter.
pub(crate) const RESPONSE_TIMEOUT: Duration = Duration::from_secs(90);

/// How often a start is attempted. Another process may take a port between our finding it free and the driver's use.
const START_ATTEMPTS: usize = 3;

/// Browsers whose last test passed, for the next tests: starting a browser takes longer than most tests.
static IDLE: Mutex<Vec<Driver>> = Mutex::new(Vec::new());

/// A driver process. Dropping it ends the driver and its browser.
pub(crate) struct Driver {
    engine: BrowserEngine,
    type_settings: TypeSettings,
    address: SocketAddr,
    session_id: String,
    // Fields are dropped in order: the browser ends before the display that it shows on.
    _process: SupervisedProcess,
    // A driver that writes into a closed pipe ends.
    _output: ChildStdout,
    _display: Option<Display>,
}

impl Driver {
    /// An idle browser if there is one, else a new one; and a client of its session.
    pub(crate) async fn acquire(engine: BrowserEngine, type_settings: TypeSettings) -> (Self, Client) {
        while let Some(driver) = take_idle(engine, type_settings) {
            if let Ok(Ok(client)) = timeout(RESPONSE_TIMEOUT, driver.rejoin_session()).await {
                return (driver, client);
            }
        }
        Self::start(engine, type_settings).await
    }

    /// Leaves the browser to the next test.
    pub(crate) async fn release(self, client: Client) {
        if client.persist().await.is_ok() {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
        }
    }

    async fn start(engine: BrowserEngine, type_settings: TypeSettings) -> (Self, Client) {
        let mut failure = String::new();
        for _ in 0..START_ATTEMPTS {
            match timeout(RESPONSE_TIMEOUT, Self::try_start(engine, type_settings)).await {
                Ok(Ok(started)) => return started,
                Ok(Err(reason)) => failure = reason,
                Err(elapsed) => failure = elapsed.to_string(),
            }
        }
        panic!("{engine:?} does not start: {failure}");
    }

    async fn try_start(engine: BrowserEngine, type_settings: TypeSettings) -> Result<(Self, Client), String> {
        let address = free_address();
        let display = (engine == BrowserEngine::WebKit).then(Display::start);
        let mut command = engine.driver_command(address.port());
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let (process, output) = SupervisedProcess::start(&command);
        let connection = poll(async || TcpStream::connect(address).ok()).await;
        connection.ok_or_else(|| format!("{} does not listen on its port", command.get_program().display()))?;
        let (client, session_id) = new_session(engine, type_settings, address).await?;
        let driver =
            Self { engine, type_settings, address, session_id, _process: process, _output: output, _display: display };
        Ok((driver, client))
    }

    /// Connects to the session again, from the async runtime of another test. Each test's pages have new origins, so
    /// the browser's storage needs no clearing.
    async fn rejoin_session(&self) -> Result<Client, String> {
        let address = format!("http://{}", self.address);
        let client = Client::with_existing_session(&address, &self.session_id, connector())
            .await
            .map_err(|error: NewSessionError| error.to_string())?;
        client.release_actions().await.map_err(|error| error.to_string())?;

        Ok(client)
    }
}

async fn new_session(
    engine: BrowserEngine,
    type_settings: TypeSettings,
    address: SocketAddr,
) -> Result<(Client, String), String> {
    let client = ClientBuilder::new(connector())
        .capabilities(engine.capabilities(type_settings))
        .connect(&format!("http://{address}"))
        .await
        .map_err(|error| error.to_string())?;
    let id = client.session_id().await.map_err(|error| error.to_string())?.ok_or("the session has no id")?;
    if engine == BrowserEngine::WebKit {
        // The other two take the window's size from their capabilities.
        client.set_window_size(1330, 1000).await.map_err(|error| error.to_string())?;
    }
    Ok((client, id))
}

fn take_idle(engine: BrowserEngine, type_settings: TypeSettings) -> Option<Driver> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let index = idle.iter().position(|driver| driver.engine == engine && driver.type_settings == type_settings)?;
    Some(idle.swap_remove(index))
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.local_addr().expect("a bound listener has an address")
}

fn connector() -> HttpConnector {
    // Without this, each command would wait for the acknowledgement of the previous one, which drivers delay.
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    connector
}
