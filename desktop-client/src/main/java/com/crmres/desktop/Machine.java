package com.crmres.desktop;

import com.crmres.desktop.alert.Loudspeaker;
import com.crmres.desktop.media.FileDesk;
import java.time.Clock;
import java.time.Duration;

/// What the program takes from the machine it runs on.
///
/// @param patience how long it waits for an answer of the server
record Machine(FileDesk files, Clock clock, Loudspeaker speaker, Duration patience) {}
