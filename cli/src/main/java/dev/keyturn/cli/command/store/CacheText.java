package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Set;

/** Messages about the stored sessions. */
final class CacheText {

  private CacheText() {}

  /** Reports that the stored sessions were {@code done}, and how many were lost. */
  static void print(SessionEncryption.Change change, String done, Output output) {
    if (change.kept() > 0) {
      output.note(count(change.kept()) + " " + done);
    }
    if (change.forgotten() > 0) {
      output.note(
          count(change.forgotten()) + " removed, which could not be decrypted; log in again");
    }
  }

  /** How to remove keys that no session uses; empty if there are none. */
  static void printUnused(SessionEncryption encryption, Output output) {
    for (StorePlace place : Set.copyOf(encryption.unusedKeys())) {
      output.error(
          ("to remove the key of forgotten sessions from " + place + ": ")
              + ShellCommand.of("keyturn", "store", "decrypt-sessions", "--unused-keys"));
    }
  }

  private static String count(int sessions) {
    return sessions == 1 ? "1 session" : sessions + " sessions";
  }
}
