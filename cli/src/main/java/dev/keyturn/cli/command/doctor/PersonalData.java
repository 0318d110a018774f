package dev.keyturn.cli.command.doctor;

import java.util.regex.Pattern;

/** What a report for other people leaves out: accounts, users, keys, and whose home it is. */
final class PersonalData {

  private static final Pattern ARN =
      Pattern.compile(
          "\\b(arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:)([^\\s:,]*):([a-z0-9-]+)[^\\s,;]*");

  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
  private static final Pattern USER = Pattern.compile("(?<=--user )\\S+");
  private static final Pattern KEY = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{12,}");

  private final String home;

  PersonalData(String home) {
    this.home = home;
  }

  /** {@code text} with placeholders. */
  String masked(String text) {
    String masked = ARN.matcher(text).replaceAll("$1ACCOUNT:$3/NAME");
    masked = KEY.matcher(masked).replaceAll("$1...");
    masked = ACCOUNT.matcher(masked).replaceAll("ACCOUNT");
    masked = USER.matcher(masked).replaceAll("NAME");
    return home.isEmpty() ? masked : masked.replace(home, "~");
  }
}
