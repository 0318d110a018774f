package dev.keyturn.cli.command.doctor;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Masks personal data in a report for other people: accounts, profiles, devices and the home
 * folder.
 */
final class PersonalData {

  private static final Pattern ARN =
      Pattern.compile(
          "\\b(arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:)([^\\s:,]*):([a-z0-9-]+)[^\\s,;]*");

  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
  private static final Pattern USER = Pattern.compile("(?<=--user )\\S+");
  private static final Pattern KEY = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{12,}");

  /** Serial numbers of the hardware tokens that AWS supports: {@code GAHT12345678}. */
  private static final Pattern SERIAL = Pattern.compile("\\b[A-Z][A-Z-]{2,}[0-9]{4,}[A-Z0-9]*\\b");

  private static final String LETTER = "[\\p{L}\\p{N}_@+-]";
  private static final String DEFAULT = "default";

  private static final List<String> DEVICES =
      List.of("mfa_serial", "aws_mfa_device", "aws_arn_mfa");

  private static final List<Variable> PROFILES =
      List.of(Variable.AWS_PROFILE, Variable.AWS_DEFAULT_PROFILE, Variable.KEYTURN_PROFILE);

  /**
   * A word and its replacement.
   *
   * @param pattern finds the word
   * @param placeholder the replacement
   */
  private record Word(Pattern pattern, String placeholder) {

    static Word of(String text, String placeholder) {
      String quoted = "(?<!" + LETTER + ")" + Pattern.quote(text) + "(?!" + LETTER + ")";
      return new Word(Pattern.compile(quoted), placeholder);
    }
  }

  private final String home;
  private final List<Word> words;

  private PersonalData(String home, List<Word> words) {
    this.home = home;
    this.words = words;
  }

  /** The personal data of the user with this home folder that occur in the examined files. */
  static PersonalData of(String home, Map<String, String> environment, Examined examined) {
    List<Word> words = new ArrayList<>();
    List<String> names = List.copyOf(names(environment, examined));
    for (int i = 0; i < names.size(); i++) {
      words.add(Word.of(names.get(i), "PROFILE" + (i + 1)));
    }
    serials(examined).forEach(serial -> words.add(Word.of(serial, "SERIAL")));
    // Longest first: a name may be part of another.
    words.sort(Comparator.comparingInt(word -> -word.pattern().pattern().length()));
    return new PersonalData(home, words);
  }

  private static Set<String> names(Map<String, String> environment, Examined examined) {
    Set<String> names = new LinkedHashSet<>();
    examined.groups().stream().flatMap(it -> Stream.ofNullable(it.profile())).forEach(names::add);
    AwsConfiguration files = examined.configuration();
    if (files != null) {
      Stream.of(
              files.profiles(),
              files.credentials(),
              files.unprefixed(),
              files.ssoSessions(),
              files.services())
          .map(Map::keySet)
          .forEach(names::addAll);
    }
    PROFILES.forEach(variable -> names.add(variable.in(environment)));
    names.removeAll(List.of("", DEFAULT));
    return names;
  }

  private static Set<String> serials(Examined examined) {
    Set<String> serials = new LinkedHashSet<>();
    AwsConfiguration files = examined.configuration();
    if (files != null) {
      Stream.of(files.profiles(), files.unprefixed())
          .map(Map::values)
          .flatMap(Collection::stream)
          .flatMap(PersonalData::devices)
          .filter(serial -> !serial.startsWith("arn:"))
          .forEach(serials::add);
    }
    return serials;
  }

  private static Stream<String> devices(Section section) {
    return DEVICES.stream().flatMap(key -> section.value(key).stream());
  }

  /** {@code text} with placeholders. */
  String masked(String text) {
    String masked = home.isEmpty() ? text : text.replace(home, "~");
    masked = ARN.matcher(masked).replaceAll("$1ACCOUNT:$3/NAME");
    masked = KEY.matcher(masked).replaceAll("$1...");
    masked = ACCOUNT.matcher(masked).replaceAll("ACCOUNT");
    masked = USER.matcher(masked).replaceAll("NAME");
    for (Word word : words) {
      masked =
          word.pattern().matcher(masked).replaceAll(Matcher.quoteReplacement(word.placeholder()));
    }
    return SERIAL.matcher(masked).replaceAll("SERIAL");
  }
}
