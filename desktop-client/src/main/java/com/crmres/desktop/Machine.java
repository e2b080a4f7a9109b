package com.crmres.desktop;

import com.crmres.desktop.alert.Loudspeaker;
import com.crmres.desktop.media.FileDesk;
import java.time.Clock;

/// What the program takes from the machine it runs on.
record Machine(FileDesk files, Clock clock, Loudspeaker speaker) {}
