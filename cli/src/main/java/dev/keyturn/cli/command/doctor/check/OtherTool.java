package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.cli.command.port.computer.Computer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another tool for sessions, and what it leaves behind. */
enum OtherTool {
  AWS_MFA("aws-mfa", "MFA_DEVICE", "unset MFA_DEVICE", "", "", ""),
  AWS_VAULT("aws-vault", "AWS_VAULT", "exit", ".awsvault", "", "aws-vault exec"),
  AWSUME("awsume", "AWSUME_PROFILE", "awsume -u", ".awsume", "autoawsume-", "alias awsume="),
  LEAPP("leapp", "", "", ".Leapp", "", ""),
  GRANTED("granted", "GRANTED_AWS_ROLE_PROFILE", "assume --unset", ".granted", "", "alias assume=");

  private final String text;
  private final String variable;
  private final String end;
  private final String folder;
  private final String section;
  private final String line;

  /**
   * A tool.
   *
   * @param variable the variable that it reads, or sets in a shell with its session
   * @param end the command that removes it
   * @param folder its folder in the home folder
   * @param section the prefix of the profiles that it creates
   * @param line a text in its line in the shell's start-up files
   */
  OtherTool(String text, String variable, String end, String folder, String section, String line) {
    this.text = text;
    this.variable = variable;
    this.end = end;
    this.folder = folder;
    this.section = section;
    this.line = line;
  }

  List<Finding> in(Map<String, String> environment) {
    String value = environment.getOrDefault(variable, "");
    String message = variable + " of " + text + " is set in this shell";
    if (value.isEmpty()) {
      return List.of();
    }
    return List.of(
        this == AWS_MFA
            ? Finding.info(CheckName.LEFTOVERS, message + ", and Keyturn does not read it", end)
            : Finding.warn(CheckName.LEFTOVERS, message, end));
  }

  /** Its harmless leftovers in the home folder. */
  List<Finding> in(Computer computer, List<String> shellFiles) {
    List<Finding> findings = new ArrayList<>();
    String path = computer.home() + "/" + folder;
    if (!folder.isEmpty() && computer.look(path).isPresent()) {
      findings.add(
          Finding.info(
              CheckName.LEFTOVERS,
              path + ": " + "folder of " + text + ", which may contain keys or sessions",
              ""));
    }
    for (String file : shellFiles) {
      boolean has = computer.lines(file).stream().anyMatch(this::isItsLine);
      if (has) {
        findings.add(
            Finding.info(
                CheckName.LEFTOVERS,
                file + " has a line of " + text + ": " + line,
                "remove it if you no longer use " + text));
      }
    }
    return findings;
  }

  private boolean isItsLine(String text) {
    return !line.isEmpty() && !text.strip().startsWith("#") && text.contains(line);
  }

  /** Whether it created the profile with this name. */
  boolean made(String profile) {
    return !section.isEmpty() && profile.startsWith(section);
  }

  @Override
  public String toString() {
    return text;
  }
}
