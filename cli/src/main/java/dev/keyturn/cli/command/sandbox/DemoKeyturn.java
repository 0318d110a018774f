package dev.keyturn.cli.command.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keyturn and S3, used with another home folder. */
public interface DemoKeyturn {

  /** Runs a command line with that environment and home folder; returns its exit status. */
  int run(Map<String, String> environment, Path home, List<String> words);

  /** The buckets that a section of the credentials file there may list at {@code endpoint}. */
  List<String> buckets(Map<String, String> environment, Path home, URI endpoint, String section);
}
