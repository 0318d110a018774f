package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.process.QuitSignal;

/**
 * Not a user's command: runs each argument as a command line of words between blanks, all in one
 * JVM, so that the build can record in one AOT cache what they load. It stands on the product's
 * class path since a cache is bound to its class path.
 */
final class Training {

  private Training() {}

  public static void main(String[] commandLines) {
    QuitSignal.train();
    for (String line : commandLines) {
      int status = Main.run(line.split(" "));
      if (status != 0) {
        throw new IllegalStateException("keyturn " + line + ": exit status " + status);
      }
    }
  }
}
