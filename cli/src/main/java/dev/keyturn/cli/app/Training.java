package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.process.QuitSignal;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/**
 * Not a user's command: runs each argument as a command line of words between blanks, all in one
 * JVM, so that the build can record in one AOT cache what they load. It is on the product's class
 * path because a cache is bound to its class path.
 */
final class Training {

  /** In place of a command line: reads the certificates that AWS's are checked against. */
  private static final String CERTIFICATES = "CERTIFICATES";

  private Training() {}

  public static void main(String[] commandLines) throws NoSuchAlgorithmException {
    QuitSignal.train();
    for (String line : commandLines) {
      if (line.equals(CERTIFICATES)) {
        SSLContext.getDefault();
      } else {
        run(line);
      }
    }
    // What Main does last.
    if (Main.isEnding()) {
      throw new IllegalStateException("the training was interrupted");
    }
  }

  private static void run(String line) {
    int status = Main.run(line.split(" "));
    if (status != 0) {
      throw new IllegalStateException("keyturn " + line + ": exit status " + status);
    }
  }
}
