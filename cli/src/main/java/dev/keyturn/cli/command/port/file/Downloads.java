package dev.keyturn.cli.command.port.file;

import java.util.List;

/** What the user has downloaded. */
public interface Downloads {

  /** The CSV files with access keys, by the names that AWS gives them, the newest first. */
  List<String> accessKeyFiles();
}
