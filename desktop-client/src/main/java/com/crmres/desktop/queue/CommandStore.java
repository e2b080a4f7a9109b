package com.crmres.desktop.queue;

import java.util.List;
import java.util.UUID;

/// Where kept commands are safe from a crash. What a method has returned from is on the disk.
public interface CommandStore extends AutoCloseable {

  /// What was kept and not settled, in the order in which it was done.
  List<KeptCommand> read();

  /// Keeps a command, or the same one as it stands now.
  ///
  /// @throws java.io.UncheckedIOException if it is not on the disk
  void keep(KeptCommand command);

  /// The server has it, or nobody wants it any more.
  void settle(UUID id);

  @Override
  void close();
}
