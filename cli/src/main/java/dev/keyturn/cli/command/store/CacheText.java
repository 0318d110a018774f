package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.session.store.SessionEncryption;

/** What became of the sessions that were kept. */
final class CacheText {

  private CacheText() {}

  /** Says what {@code done} happened to those that are kept, and how many are not. */
  static void print(SessionEncryption.Change change, String done, Output output) {
    if (change.kept() > 0) {
      output.note(count(change.kept()) + " " + done);
    }
    if (change.forgotten() > 0) {
      output.note(
          count(change.forgotten()) + " removed, which could not be decrypted; log in again");
    }
  }

  private static String count(int sessions) {
    return sessions == 1 ? "1 session" : sessions + " sessions";
  }
}
