package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.Transcript;
import dev.keyturn.domain.mfa.Totp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A home folder where all is well, on a computer where nothing is installed. */
final class DoctorHome {

  static final String KEYS =
      """
      [alice-long-term]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      aws_mfa_device = arn:aws:iam::123456789012:mfa/alice
      """;

  /** Of a user with two devices whose policies require no MFA. */
  static final String TWIN_KEYS =
      """
      [alice-long-term]
      aws_access_key_id = AKIATWIN0000000EXAMPLE
      aws_secret_access_key = twin/K7MDENG/bPxRfiCY/twinEXAMPLEKEY0000
      aws_mfa_device = arn:aws:iam::123456789012:mfa/one
      """;

  static final String CONFIG = "[profile alice]\nregion = eu-central-1\n";

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private final Path home;
  private final SandboxProcess sandbox;
  private final HeldClock clock;
  private final Map<String, String> environment = new HashMap<>();

  DoctorHome(Path home, SandboxProcess sandbox) throws IOException {
    this.home = home;
    this.sandbox = sandbox;
    this.clock = new HeldClock(sandbox.now());
    set("HOME", home.toString());
    set("PATH", home.toString());
    set("AWS_ENDPOINT_URL", sandbox.url());
    write(".aws/credentials", KEYS);
    write(".aws/config", CONFIG);
    mode(".aws", "rwx------");
  }

  /** AWS, where it is the same time. */
  static SandboxProcess aws(Path folder) {
    String company = Transcript.all().stream().findFirst().orElseThrow().company();
    return SandboxProcess.start(SandboxProcess.classes(), folder, company, NOON);
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** What no variable names, the profile does. */
  void unset(String variable) {
    environment.remove(variable);
  }

  /** A file that only its owner can read. */
  void write(String name, String content) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
    mode(name, "rw-------");
  }

  void mode(String name, String mode) throws IOException {
    Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString(mode));
  }

  /** A program in PATH that prints a line. */
  void install(String program, String line) throws IOException {
    write(program, "#!/bin/sh\necho '" + line + "'\n");
    mode(program, "rwx------");
  }

  /** A program in PATH that is one of this computer's. */
  void pass(String program, Path target) throws IOException {
    write(program, "#!/bin/sh\nexec " + target + " \"$@\"\n");
    mode(program, "rwx------");
  }

  Path path(String name) {
    return home.resolve(name);
  }

  /** Time passes here, not at AWS. */
  void advance(Duration time) {
    clock.advance(time);
  }

  /** Time passes everywhere. */
  void passTime(Duration time) {
    clock.advance(time);
    sandbox.advance(time);
  }

  /** A session, from a code that no other test has used. */
  void login(String profile, String user) {
    passTime(Totp.STEP);
    String code = sandbox.code(user, 0);
    assertThat(run("login", profile, "--code", code).exit()).isZero();
  }

  Outcome doctor(String... words) {
    List<String> all = new ArrayList<>(List.of("doctor"));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  Outcome run(String... words) {
    return new InsideTheTest(clock)
        .run(new Invocation(List.of(words), environment, home, "", List.of(), false));
  }

  /** The findings, each in one line with what is below it. */
  static List<String> findings(Outcome outcome) {
    List<String> findings = new ArrayList<>();
    for (String line : outcome.out().lines().toList()) {
      if (line.matches("  (ok|info|warn|fail) .*")) {
        findings.add(line.strip().replaceFirst(" +", " ").replaceFirst("(?<=\\S) {2,}", " "));
      } else if (line.startsWith("   ")) {
        findings.add(findings.removeLast() + " " + line.strip());
      }
    }
    return findings;
  }

  /** Level, check and text of one finding, which may have lines of its own below. */
  static void assertFinding(Outcome outcome, String level, String check, String text) {
    assertThat(findings(outcome))
        .anyMatch(found -> found.startsWith(level + " " + check + " ") && found.contains(text));
    boolean problem = level.equals("warn") || level.equals("fail");
    assertThat(outcome.exit()).isEqualTo(problem ? 1 : outcome.exit());
  }
}
