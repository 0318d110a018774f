package dev.keyturn.cli.app.store;

import dev.keyturn.cli.adapter.encryptedfile.KeyAgent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The process that keeps an encrypted file open. */
public final class KeyAgentMain {

  private KeyAgentMain() {}

  /**
   * The command that starts it, without the socket and the seconds; a crash must not dump its
   * memory, nor write a JVM error report.
   */
  public static List<String> command(String image) {
    String classes =
        image.isEmpty()
            ? System.getProperty("java.class.path")
            : Path.of(image, "lib", "keyturn.jar").toString();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + (File.separatorChar == '\\' ? "NUL" : "/dev/null"),
        "-XX:-UsePerfData",
        "-XX:+DisableAttachMechanism",
        "-Xmx16m",
        "-cp",
        classes,
        KeyAgentMain.class.getName());
  }

  /**
   * Reads the key from standard input, and prints a line when its socket is ready.
   *
   * @param arguments the path of its socket, and the seconds until it ends
   */
  public static void main(String[] arguments) throws IOException {
    byte[] key = System.in.readAllBytes();
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
    KeyAgent agent = new KeyAgent(Path.of(arguments[0]), key, time, Clock.systemUTC());
    agent.run(() -> {
      System.out.println("ready");
      System.out.close();
    });
  }
}
