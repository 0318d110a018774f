package dev.keyturn.adapter.awsfile.read;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.Mistake;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.IgnoredSection;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one AWS file as the AWS SDKs do: sections with the same name are merged, the last of
 * several values for one key is used, and keys are compared without regard to case. Not
 * thread-safe.
 *
 * <p>Source: the file format's page in the "AWS SDKs and Tools Reference Guide" and, where it is
 * silent, what the SDKs' shared test suite asserts.
 */
public final class AwsFileReader {

  /**
   * What one file says.
   *
   * @param profiles the profiles in file order
   * @param unprefixed sections of the config file without prefix
   * @param ssoSessions the {@code [sso-session NAME]} sections
   * @param services the {@code [services NAME]} sections
   * @param ignored other sections that AWS SDKs ignore
   */
  public record Contents(
      Map<String, Section> profiles,
      Map<String, Section> unprefixed,
      Map<String, Section> ssoSessions,
      Map<String, Section> services,
      List<IgnoredSection> ignored) {}

  /** How names and values that are not UTF-8 are treated. */
  public enum Encoding {
    /** They make the file unreadable, because no tool can use them. */
    CHECKED,
    /** They are read with U+FFFD in them, so that other lines can be edited. */
    LENIENT
  }

  private final AwsFile file;
  private final Encoding encoding;
  private final FileKind kind;
  private final String path;
  private final AwsFileScanner scanner;

  private final Map<String, Section> profiles = new LinkedHashMap<>();
  private final Map<String, Section> unprefixed = new LinkedHashMap<>();
  private final Map<String, Section> ssoSessions = new LinkedHashMap<>();
  private final Map<String, Section> services = new LinkedHashMap<>();
  private final List<IgnoredSection> ignored = new ArrayList<>();
  private boolean prefixedDefault;

  /** The settings of the section that is being read; null before the first and in ignored ones. */
  private @Nullable Map<String, Setting> settings;

  private String key = "";
  private String value = "";
  private Origin origin;
  private @Nullable StringBuilder continued;
  private @Nullable Map<String, Setting> nested;
  private boolean propertyIsOpen;

  private AwsFileReader(AwsFile file, FileKind kind, String path, Encoding encoding) {
    this.file = file;
    this.encoding = encoding;
    this.kind = kind;
    this.path = path;
    this.scanner = new AwsFileScanner(file, kind);
    this.origin = new Origin(kind, path, 1);
  }

  /**
   * Reads {@code file}.
   *
   * @param path the file's path as its user knows it
   * @param encoding how values that are not UTF-8 are treated
   * @throws FailureException {@code FileFailure.Broken} at the first line that makes the file
   *     unreadable
   */
  public static Contents read(AwsFile file, FileKind kind, String path, Encoding encoding) {
    return new AwsFileReader(file, kind, path, encoding).read();
  }

  private Contents read() {
    if (file.isUtf16()) {
      throw broken(1, Mistake.UTF_16);
    }
    while (true) {
      switch (scanner.next()) {
        case BLANK, COMMENT, SKIPPED -> {}
        case HEADER -> header();
        case PROPERTY -> property();
        case CONTINUATION -> continuation();
        case SUB_PROPERTY -> subProperty();
        case BROKEN -> throw broken();
        case END -> {
          closeProperty();
          return new Contents(
              finished(profiles),
              finished(unprefixed),
              finished(ssoSessions),
              finished(services),
              Collections.unmodifiableList(ignored));
        }
      }
    }
  }

  private static Map<String, Section> finished(Map<String, Section> sections) {
    for (Map.Entry<String, Section> entry : sections.entrySet()) {
      Section section = entry.getValue();
      entry.setValue(
          new Section(
              section.name(), section.origin(), Collections.unmodifiableMap(section.settings())));
    }
    return Collections.unmodifiableMap(sections);
  }

  private void header() {
    closeProperty();
    SectionHeader header = scanner.currentHeader();
    checked(scanner.value());
    Map<String, Section> sections = sections(header);
    if (sections == null && header.skipped() != null) {
      ignored.add(new IgnoredSection(scanner.value(), here()));
    }
    settings = sections == null ? null : settings(sections, header.name());
  }

  private Map<String, Setting> settings(Map<String, Section> sections, String name) {
    Section section = sections.get(name);
    if (section == null) {
      section = new Section(name, here(), new LinkedHashMap<>());
      sections.put(name, section);
    }
    return section.settings();
  }

  /** The map that takes a section; null when no tool reads it. */
  private @Nullable Map<String, Section> sections(SectionHeader header) {
    if (header.skipped() != null && header.skipped() != SectionHeader.Skipped.NO_PREFIX) {
      return null;
    }
    return switch (header.type()) {
      case PROFILE -> overriddenDefault(header) ? null : profiles;
      case UNPREFIXED -> unprefixed;
      case SSO_SESSION -> ssoSessions;
      case SERVICES -> services;
    };
  }

  /**
   * If {@code [profile default]} occurs anywhere in the config file, {@code [default]} is ignored,
   * whichever comes first.
   */
  private boolean overriddenDefault(SectionHeader header) {
    if (kind == FileKind.CREDENTIALS || !header.name().equals("default")) {
      return false;
    }
    if (header.prefixed() && !prefixedDefault) {
      prefixedDefault = true;
      profiles.remove("default");
    }
    return !header.prefixed() && prefixedDefault;
  }

  private void property() {
    closeProperty();
    if (settings == null) {
      return;
    }
    String written = checked(scanner.key());
    if (scanner.propertyIsIgnored()) {
      return;
    }
    key = lowerCase(written);
    value = checked(scanner.value());
    origin = here();
    propertyIsOpen = true;
  }

  private void continuation() {
    if (propertyIsOpen) {
      appendText();
    }
  }

  private void subProperty() {
    if (!propertyIsOpen) {
      return;
    }
    appendText();
    if (nested == null) {
      nested = new LinkedHashMap<>();
    }
    String name = lowerCase(scanner.key());
    nested.put(name, new Setting(name, scanner.value(), here(), Map.of()));
  }

  private void appendText() {
    noteIndentedHeader();
    if (continued == null) {
      continued = new StringBuilder(value);
    }
    continued.append('\n').append(checked(scanner.text()));
  }

  private void noteIndentedHeader() {
    String text = file.bytes()[scanner.textStart()] == '[' ? scanner.text() : "";
    if (text.endsWith("]")) {
      ignored.add(new IgnoredSection(text.substring(1, text.length() - 1), here()));
    }
  }

  private void closeProperty() {
    if (!propertyIsOpen || settings == null) {
      return;
    }
    String whole = continued == null ? value : continued.toString();
    Map<String, Setting> block = nested == null ? Map.of() : Collections.unmodifiableMap(nested);
    settings.put(key, new Setting(key, whole, origin, block));
    continued = null;
    nested = null;
    propertyIsOpen = false;
  }

  private Origin here() {
    return new Origin(kind, path, scanner.number());
  }

  private String checked(String text) {
    boolean suspicious = text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0;
    if (suspicious
        && encoding == Encoding.CHECKED
        && !file.isText(scanner.start(), scanner.end())) {
      throw broken(scanner.number(), Mistake.NOT_TEXT);
    }
    return text;
  }

  private FailureException broken() {
    boolean isText = file.isText(scanner.start(), scanner.end());
    return broken(scanner.number(), isText ? scanner.mistake() : Mistake.NOT_TEXT);
  }

  private FailureException broken(int line, Mistake mistake) {
    return mistake.in(kind, path, line).exception();
  }

  /** {@code text} in lower case, and no new object in the common case that it already is. */
  private static String lowerCase(String text) {
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      if (letter >= 'A' && letter <= 'Z') {
        return text.toLowerCase(Locale.ROOT);
      }
    }
    return text;
  }
}
