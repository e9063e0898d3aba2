//! Why a socket is closed.

/// Why a socket is closed, by the codes of the protocol and of RFC 6455.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Close {
    /// Not a message of the protocol.
    BadMessage,
    /// Something was asked for before the introduction, or the rights have ended.
    Unauthorized,
    /// The introduction was refused, or the precinct is suspended.
    Forbidden,
    /// Another subprotocol.
    Protocol,
    /// No introduction in time.
    InitTimeout,
    /// Two subscriptions of one id.
    Exists,
    /// A second introduction.
    TooManyInits,
    /// A fault of ours.
    Internal,
    /// The process stops.
    GoingAway,
    /// The client does not read what is sent.
    TooSlow,
    /// Its member has enough streams.
    TooMany,
}

impl Close {
    pub(super) const fn code(self) -> u16 {
        match self {
            Self::BadMessage => 4400,
            Self::Unauthorized => 4401,
            Self::Forbidden => 4403,
            Self::Protocol => 4406,
            Self::InitTimeout => 4408,
            Self::Exists => 4409,
            Self::TooManyInits => 4429,
            Self::Internal => 4500,
            Self::GoingAway => 1001,
            Self::TooSlow | Self::TooMany => 1013,
        }
    }

    pub(super) const fn reason(self) -> &'static str {
        match self {
            Self::BadMessage => "Invalid message",
            Self::Unauthorized => "Unauthorized",
            Self::Forbidden => "Forbidden",
            Self::Protocol => "Subprotocol not acceptable",
            Self::InitTimeout => "Connection initialisation timeout",
            Self::Exists => "Subscriber already exists",
            Self::TooManyInits => "Too many initialisation requests",
            Self::Internal => "Internal server error",
            Self::GoingAway => "Going away",
            Self::TooSlow => "Too slow: go on from the last cursor",
            Self::TooMany => "Too many streams",
        }
    }

    /// What the end of somebody's rights means for his socket. A client of the protocol comes back after 4403 and not after 4401.
    pub(super) const fn of(fault: &tenants::Error) -> Self {
        match fault {
            tenants::Error::Suspended => Self::Forbidden,
            tenants::Error::Internal(_) => Self::Internal,
            _ => Self::Unauthorized,
        }
    }
}
