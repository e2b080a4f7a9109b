package com.crmres.desktop.shell;

/// What opens over any screen.
record DeskHands(
    Runnable palette, Runnable shortcuts, Runnable soldOut, Runnable news, Runnable ready) {}
