package dev.keyturn.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.transcript.BuildOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command of the guides, line by line, in a shell. A program that Keyturn starts there, such
 * as {@code terraform}, is replaced by one that calls GetCallerIdentity.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class GuidesIT {

  private static final Path IMAGE = BuildOutput.IMAGE;

  /** Programs of which the guides speak, where one could be in a command. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?m)(?:^|-- |^AWS_PROFILE=\\w+ )"
              + "(terraform|docker|npx|spark-submit|java|jupyter|code|\\./deploy|aws) ?");

  /**
   * {@code docker --env-file} gives its program the variables of the file and no others. What has a
   * profile in its environment has the library, which asks as Keyturn does.
   */
  private static final String STAND_IN =
      """
      #!/bin/sh
      if [ -n "${AWS_PROFILE-}" ]; then
        echo "${0##*/} $(keyturn whoami "$AWS_PROFILE" --query arn)" >>"$SEEN"
        exit
      fi
      before= file=
      for word; do
        [ "$before" != --env-file ] || file=$word
        before=$word
      done
      variables="HOME=$HOME"
      [ -z "$file" ] || variables="HOME=/nowhere $(grep -v '^#' "$file")"
      who=$(env ${file:+-i PATH=/usr/bin:/bin} $variables /usr/bin/aws sts get-caller-identity \\
        --endpoint-url "$SANDBOX" --region eu-west-1 --query Arn --output text PROFILE 2>&1)
      echo "${0##*/} $who" >>"$SEEN"
      """;

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init")
  private Company company;

  private Path seen;

  @BeforeEach
  void log_in() throws Exception {
    Sdk.AWS_CLI.require();
    company = Company.start(home, 3600);
    StringBuilder more = new StringBuilder();
    for (String name : List.of("account1", "prod", "test")) {
      more.append("\n[profile ").append(name).append("]\nregion = eu-west-1\n");
      more.append("role_arn = arn:aws:iam::123456789012:role/admin\nsource_profile = alice\n");
      more.append("mfa_serial = arn:aws:iam::123456789012:mfa/alice\n");
    }
    Files.writeString(home.resolve(".aws/config"), more, StandardOpenOption.APPEND);
    seen = Files.writeString(home.resolve("seen"), "");
    company.login();
  }

  @AfterEach
  void stop() {
    if (company != null) {
      company.close();
    }
  }

  /** The commands of all shell blocks, and those shown after a prompt. */
  private static List<String> commands(String guide) {
    List<String> lines = new ArrayList<>();
    Matcher block = Pattern.compile("(?ms)^```(sh)?\n(.*?)^```$").matcher(guide);
    while (block.find()) {
      boolean shell = "sh".equals(block.group(1));
      block.group(2).lines().filter(it -> shell || it.startsWith("$ ")).forEach(lines::add);
    }
    lines.replaceAll(it -> it.replaceFirst("^\\$ ", ""));
    return lines;
  }

  /** What runs in the background has a file to write before the next command is typed. */
  private static String script(List<String> commands) {
    StringBuilder script =
        new StringBuilder("trap 'jobs=$(jobs -p); [ -z \"$jobs\" ] || kill $jobs' EXIT\nset -e\n");
    for (String command : commands) {
      script.append(command).append('\n');
      Matcher file = Pattern.compile("(\\S*serve\\.\\w+)").matcher(command);
      if (command.endsWith("&") && file.find()) {
        script.append("until [ -s ").append(file.group(1)).append(" ]; do sleep 0.1; done\n");
      }
    }
    return script.toString();
  }

  private void standIn(Path folder, String name) throws IOException {
    Path program = folder.resolve(name);
    Files.createDirectories(program.getParent());
    String profile = name.equals("npx") ? "$(echo \"$*\" | grep -o -- '--profile [a-z-]*')" : "";
    Files.writeString(program, STAND_IN.replace("PROFILE 2>", profile + " 2>"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cdk", "ci", "containers", "endpoint", "ides", "java", "notebooks", "terraform"})
  void the_commands_of_the_guide_do_what_it_says(String name) throws Exception {
    String guide = Files.readString(Path.of("../docs/guides", name + ".md"));
    List<String> commands = commands(guide);
    for (String program :
        List.of("terraform", "docker", "npx", "spark-submit", "java", "jupyter")) {
      standIn(home.resolve("programs"), program);
    }
    standIn(home.resolve("programs"), "code");
    standIn(home.resolve("programs"), "aws");
    standIn(home.resolve("work"), "deploy");
    Map<String, String> environment = company.environment();
    environment.put("PATH", IMAGE + "/bin:" + home.resolve("programs") + ":/usr/bin:/bin");
    environment.put("SANDBOX", company.url());
    environment.put("SEEN", seen.toString());
    ProcessBuilder shell =
        new ProcessBuilder("/bin/bash", "-c", script(commands))
            .directory(home.resolve("work").toFile());
    shell.environment().clear();
    shell.environment().putAll(environment);
    Process process = shell.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    long programs = PROGRAM.matcher(String.join("\n", commands)).results().count();
    assertThat(Files.readAllLines(seen))
        .as(said)
        .hasSize((int) programs)
        .allSatisfy(it -> assertThat(it).endsWith(":assumed-role/admin/alice"));
  }
}
