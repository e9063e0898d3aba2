//! A client of `graphql-transport-ws`, as raw as it can be: what is sent is what the test says, and what comes is what came.

use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::Message;
use tokio_tungstenite::tungstenite::{Bytes, Error};

/// The longest a test waits for something to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// A client's end of a socket.
#[derive(Debug)]
pub struct Client(WebSocketStream<TcpStream>);

/// What came.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// A message of the protocol.
    Message(Value),
    /// The end, with its code; none when the connection broke off.
    Closed(Option<u16>),
}

impl Client {
    /// Connects; the status of the refusal when the handshake is refused.
    pub async fn connect(address: &str, headers: &[(&'static str, &str)]) -> Result<Self, u16> {
        let mut request = format!("ws://{address}/graphql").into_client_request().expect("a request");
        for (name, value) in headers {
            request.headers_mut().insert(*name, HeaderValue::from_str(value).expect("a header"));
        }
        // A small buffer, so that a client that does not read is felt by the server soon.
        let tcp = TcpSocket::new_v4().expect("a socket");
        tcp.set_recv_buffer_size(16_384).expect("a buffer");
        let stream = tcp.connect(address.parse().expect("an address")).await.expect("somebody listens");
        match tokio_tungstenite::client_async(request, stream).await {
            Ok((socket, _)) => Ok(Self(socket)),
            Err(Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => panic!("the handshake broke off: {error}"),
        }
    }

    /// Connects and introduces itself with a token.
    pub async fn introduced(address: &str, token: &str) -> Self {
        let mut client = Self::connect(address, &[("sec-websocket-protocol", "graphql-transport-ws")])
            .await
            .expect("the handshake is taken");
        client.init(&format!("Bearer {token}")).await;
        assert_eq!(client.next().await, Heard::Message(json!({ "type": "connection_ack" })));
        client
    }

    /// Sends an introduction.
    pub async fn init(&mut self, authorization: &str) {
        self.say(json!({ "type": "connection_init", "payload": { "authorization": authorization } })).await;
    }

    /// Sends a message.
    pub async fn say(&mut self, message: Value) {
        self.text(&message.to_string()).await;
    }

    /// Sends a text, whatever it is.
    pub async fn text(&mut self, text: &str) {
        // A server that has closed already answers with its code.
        let _ = self.0.send(Message::text(text)).await;
    }

    /// Sends bytes, which the protocol has no use for.
    pub async fn bytes(&mut self, bytes: &'static [u8]) {
        let _ = self.0.send(Message::Binary(Bytes::from_static(bytes))).await;
    }

    /// Subscribes to a document.
    pub async fn subscribe(&mut self, id: &str, document: &str) {
        self.say(json!({ "id": id, "type": "subscribe", "payload": { "query": document } })).await;
    }

    /// What comes next; a test that waits too long fails.
    pub async fn next(&mut self) -> Heard {
        tokio::time::timeout(PATIENCE, self.heard()).await.expect("something comes")
    }

    async fn heard(&mut self) -> Heard {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Text(text))) => {
                    return Heard::Message(serde_json::from_str(&text).expect("messages are JSON"));
                }
                Some(Ok(Message::Close(frame))) => return Heard::Closed(frame.map(|frame| frame.code.into())),
                Some(Ok(_)) => {}
                Some(Err(_)) | None => return Heard::Closed(None),
            }
        }
    }

    /// The payload of the next answer of a subscription.
    pub async fn answer(&mut self, id: &str) -> Value {
        match self.next().await {
            Heard::Message(mut message) if message["type"] == "next" && message["id"] == id => {
                message["payload"].take()
            }
            other => panic!("an answer of {id} was to come, and not {other:?}"),
        }
    }

    /// The code of the first error with which a subscription was refused.
    pub async fn refusal(&mut self, id: &str) -> String {
        match self.next().await {
            Heard::Message(message) if message["type"] == "error" && message["id"] == id => {
                message["payload"][0]["extensions"]["code"].as_str().unwrap_or("?").to_owned()
            }
            other => panic!("{id} was to be refused, and not {other:?}"),
        }
    }

    /// The code with which the socket closes; answers that come before are passed over.
    pub async fn closed(&mut self) -> Option<u16> {
        loop {
            if let Heard::Closed(code) = self.next().await {
                return code;
            }
        }
    }
}
