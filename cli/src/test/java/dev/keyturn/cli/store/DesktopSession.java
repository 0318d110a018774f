package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A bus of its own, as a desktop has one, and GNOME Keyring on it. */
public final class DesktopSession {

  private final Path folder;
  private final Map<String, String> environment;
  private final Process bus;

  private DesktopSession(Path folder, Map<String, String> environment, Process bus) {
    this.folder = folder;
    this.environment = environment;
    this.bus = bus;
  }

  /**
   * Starts the bus, with everything in {@code folder}; skips the test where a program is missing.
   */
  public static DesktopSession start(Path folder) throws IOException {
    RealProgram.need("dbus-daemon", "gnome-keyring-daemon", "secret-tool");
    Path runtime = Files.createDirectory(folder.resolve("run"));
    Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
    Path socket = runtime.resolve("bus");
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", folder.toString());
    environment.put("XDG_RUNTIME_DIR", runtime.toString());
    environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
    environment.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket);
    environment.put("PATH", Objects.requireNonNull(System.getenv("PATH")));
    ProcessBuilder daemon =
        new ProcessBuilder(
            "dbus-daemon",
            "--nofork",
            "--print-address",
            "--config-file=" + configuration(folder, socket));
    daemon.environment().putAll(environment);
    Process bus = daemon.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(bus.inputReader().readLine()).contains("unix:path");
    return new DesktopSession(folder, environment, bus);
  }

  /** Of a session in which no program is started on demand. */
  private static Path configuration(Path folder, Path socket) throws IOException {
    return Files.writeString(
        folder.resolve("session.conf"),
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <listen>unix:path=%s</listen>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
        </busconfig>
        """
            .formatted(socket));
  }

  /** What a program of the session sees of the environment. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Starts the keyring, open, unless it runs. */
  public void startKeyring() throws IOException, InterruptedException {
    if (Files.exists(folder.resolve("run", "keyring"))) {
      return;
    }
    RealProgram.run(
        environment,
        "password\n",
        "gnome-keyring-daemon",
        "--unlock",
        "--components=secrets",
        "--daemonize");
    awaitKeychain();
  }

  /** Until a program answers as the keychain of this session. */
  public void awaitKeychain() throws IOException, InterruptedException {
    String owned = "";
    for (int i = 0; i < 100 && !owned.contains("true"); i++) {
      Thread.sleep(100);
      owned =
          RealProgram.run(
              environment,
              "",
              "dbus-send",
              "--session",
              "--print-reply",
              "--dest=org.freedesktop.DBus",
              "/",
              "org.freedesktop.DBus.NameHasOwner",
              "string:org.freedesktop.secrets");
    }
    assertThat(owned).contains("true");
  }

  /** Ends the bus, and the keyring with it. */
  public void end() throws InterruptedException {
    bus.destroy();
    bus.waitFor();
  }
}
