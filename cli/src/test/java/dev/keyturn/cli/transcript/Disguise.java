package dev.keyturn.cli.transcript;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces values that differ from run to run by names: keys of sessions, the home folder, the
 * endpoint. Values are numbered in order of appearance; long-term keys of tests contain the word
 * EXAMPLE and are kept.
 */
final class Disguise {

  private static final Pattern ID = Pattern.compile("\\b(ASIA\\w{12,})");
  private static final Pattern REQUEST =
      Pattern.compile("request id ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final Pattern SECRET =
      Pattern.compile("(?:aws_secret_access_key *= *|\"SecretAccessKey\":\")([^\\s\"]+)");
  private static final Pattern TOKEN =
      Pattern.compile("(?:aws_(?:session|security)_token *= *|\"SessionToken\":\")([^\\s\"]+)");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<String> secrets = new ArrayList<>();

  Disguise(Path home, String endpoint) {
    names.put(home.toString(), "$HOME");
    names.put(endpoint, "$ENDPOINT");
  }

  String of(String text) {
    learn(text, ID, "$ID");
    learn(text, SECRET, "$SECRET");
    learn(text, TOKEN, "$TOKEN");
    learn(text, REQUEST, "$REQUEST");
    String disguised = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      disguised = disguised.replace(name.getKey(), name.getValue());
    }
    return disguised;
  }

  /** The secrets and tokens of sessions seen so far. */
  List<String> secrets() {
    return secrets;
  }

  private void learn(String text, Pattern pattern, String kind) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String value = matcher.group(1);
      if (value.contains("EXAMPLE") || value.equals("****") || names.containsKey(value)) {
        continue;
      }
      long number = names.values().stream().filter(name -> name.startsWith(kind)).count() + 1;
      names.put(value, kind + number);
      if (pattern != ID && pattern != REQUEST) {
        secrets.add(value);
      }
    }
  }
}
