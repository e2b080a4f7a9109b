package com.crmres.desktop.queue;

/// Why a kept command waits for a person's word instead of the network.
public enum Hold {
  /// WhatsApp's window closed meanwhile: only a template may be sent.
  WINDOW_CLOSED,
  /// The words are too old to be sent without being asked about.
  EXPIRED
}
