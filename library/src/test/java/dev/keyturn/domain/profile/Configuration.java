package dev.keyturn.domain.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files for a test, written as people write them. Reads well-formed text only: the reader of real
 * files is tested elsewhere.
 */
final class Configuration {

  static final String CONFIG = "~/.aws/config";
  static final String CREDENTIALS = "~/.aws/credentials";

  private final Map<String, Section> config = new LinkedHashMap<>();
  private final Map<String, Section> credentials = new LinkedHashMap<>();

  private Configuration() {}

  static AwsConfiguration of(String config, String credentials) {
    Configuration configuration = new Configuration();
    read(FileKind.CONFIG, CONFIG, config, configuration.config);
    read(FileKind.CREDENTIALS, CREDENTIALS, credentials, configuration.credentials);
    return configuration.build();
  }

  private static void read(FileKind kind, String file, String text, Map<String, Section> into) {
    List<String> lines = text.lines().toList();
    Map<String, Setting> settings = new LinkedHashMap<>();
    @Nullable Map<String, Setting> nested = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Origin origin = new Origin(kind, file, i + 1);
      if (line.startsWith("[")) {
        settings = new LinkedHashMap<>();
        String name = line.substring(1, line.indexOf(']'));
        into.put(name, new Section(name, origin, settings));
      } else if (!line.isBlank()) {
        boolean child = line.startsWith(" ") && nested != null;
        Map<String, Setting> children = new LinkedHashMap<>();
        Setting setting = setting(line, origin, children);
        (child && nested != null ? nested : settings).put(setting.name(), setting);
        nested = child ? nested : children;
      }
    }
  }

  private static Setting setting(String line, Origin origin, Map<String, Setting> nested) {
    int equals = line.indexOf('=');
    String name = line.substring(0, equals).strip();
    return new Setting(name, line.substring(equals + 1).strip(), origin, nested);
  }

  private AwsConfiguration build() {
    Map<String, Section> profiles = new LinkedHashMap<>();
    config.forEach((name, section) ->
        profileName(name).ifPresent(profile -> profiles.put(profile, named(profile, section))));
    credentials.forEach((name, section) -> profiles.merge(name, section, Configuration::merged));
    return new AwsConfiguration(
        CONFIG,
        CREDENTIALS,
        profiles,
        credentials,
        prefixed(""),
        prefixed("sso-session "),
        prefixed("services "),
        List.of());
  }

  private static Optional<String> profileName(String header) {
    if (header.startsWith("profile ")) {
      return Optional.of(header.substring("profile ".length()));
    }
    return header.equals("default") ? Optional.of(header) : Optional.empty();
  }

  private Map<String, Section> prefixed(String prefix) {
    Map<String, Section> sections = new LinkedHashMap<>();
    config.forEach((name, section) -> {
      String own = name.substring(Math.min(prefix.length(), name.length()));
      boolean belongs =
          prefix.isEmpty()
              ? !name.contains(" ") && !name.equals("default")
              : name.startsWith(prefix);
      if (belongs) {
        sections.put(own, named(own, section));
      }
    });
    return sections;
  }

  private static Section named(String name, Section section) {
    return new Section(name, section.origin(), section.settings());
  }

  private static Section merged(Section config, Section credentials) {
    Map<String, Setting> settings = new LinkedHashMap<>(config.settings());
    settings.putAll(credentials.settings());
    return new Section(config.name(), config.origin(), settings);
  }
}
