package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.adapter.awsfile.text.Mistake;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.Origin;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All lines of one section as an editor needs them: where each is, to the byte. A section that is
 * written in several places has several parts.
 *
 * @param parts in file order; none when there is no such section
 */
record EditableSection(List<Part> parts) {

  /**
   * The place of a line.
   *
   * @param number its number, counted from 1
   * @param start its first byte
   * @param end where its line ending begins
   * @param next where the next line begins
   */
  record Line(int number, int start, int end, int next) {}

  /**
   * A property or an indented line.
   *
   * @param line its place
   * @param key its key; null for a line that is not a {@code key = value}
   * @param textStart where key or text begins
   * @param keyEnd where the key ends
   * @param valueStart where the value begins
   * @param valueEnd where the value ends: blanks and a comment may follow
   * @param below the indented lines that belong to it
   */
  record Entry(
      Line line,
      @Nullable String key,
      int textStart,
      int keyEnd,
      int valueStart,
      int valueEnd,
      List<Entry> below) {

    boolean hasKey(String sought) {
      return key != null && key.equalsIgnoreCase(sought);
    }

    boolean isEmpty() {
      return valueStart == valueEnd;
    }

    /** The settings of the block that are called {@code name}. */
    List<Entry> children(String name) {
      List<Entry> found = new ArrayList<>();
      for (Entry entry : below) {
        if (entry.hasKey(name)) {
          found.add(entry);
        }
      }
      return found;
    }

    /** What the entry says, the lines below it included. */
    Setting setting(AwsFile file, Place place) {
      StringBuilder value = new StringBuilder(file.text(valueStart, valueEnd));
      Map<String, Setting> nested = new LinkedHashMap<>();
      for (Entry entry : below) {
        value.append('\n').append(SectionHeader.trim(file.text(entry.textStart, entry.line.end)));
        if (entry.key != null) {
          Setting setting = entry.setting(file, place);
          nested.put(setting.name(), setting);
        }
      }
      Origin origin = new Origin(place.kind(), place.file(), line.number);
      String name = key == null ? "" : key.toLowerCase(Locale.ROOT);
      return new Setting(name, value.toString(), origin, nested);
    }

    /** Whether it is a property with sub-properties. */
    boolean isBlock() {
      return isEmpty() && !below.isEmpty();
    }

    Line lastLine() {
      return below.isEmpty() ? line : below.get(below.size() - 1).line;
    }
  }

  /**
   * A header with what follows it.
   *
   * @param prefixed whether the name follows a prefix word
   * @param line the header's place
   * @param blankBefore whether a blank line or the beginning of the file is before the header
   * @param entries its properties
   */
  record Part(boolean prefixed, Line line, boolean blankBefore, List<Entry> entries) {

    /** The last line of the part that is neither blank nor a comment. */
    Line lastLine() {
      return entries.isEmpty() ? line : entries.get(entries.size() - 1).lastLine();
    }
  }

  /** The part that comes first in the file. */
  Part first() {
    return parts.get(0);
  }

  /** The part that takes new keys. */
  Part last() {
    return parts.get(parts.size() - 1);
  }

  /** The properties called {@code key}, the effective one last. */
  List<Entry> entries(String key) {
    List<Entry> found = new ArrayList<>();
    for (Part part : parts) {
      for (Entry entry : part.entries) {
        if (entry.hasKey(key)) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  /** Leaves out the parts called {@code [default]} where a {@code [profile default]} hides them. */
  EditableSection effective() {
    List<Part> prefixed = new ArrayList<>();
    for (Part part : parts) {
      if (part.prefixed) {
        prefixed.add(part);
      }
    }
    return prefixed.isEmpty() ? this : new EditableSection(prefixed);
  }

  /** What the section says; empty when there is none. */
  Optional<Section> read(AwsFile file, Place place) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (Part part : parts) {
      for (Entry entry : part.entries) {
        if (entry.key != null) {
          Setting setting = entry.setting(file, place);
          settings.put(setting.name(), setting);
        }
      }
    }
    Origin origin = new Origin(place.kind(), place.file(), parts.get(0).line.number);
    return Optional.of(new Section(place.section(), origin, settings));
  }

  /**
   * Finds the section called {@code name}.
   *
   * @param path the file's path as its user knows it
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Broken} when a broken
   *     line makes the sections ambiguous
   */
  static EditableSection find(AwsFile file, FileKind kind, String path, SectionName name) {
    return new Finder(file, kind, path, name).find();
  }

  private static final class Finder {
    private final AwsFile file;
    private final String path;
    private final SectionName name;
    private final byte[] nameBytes;
    private final FileKind kind;
    private final AwsFileScanner scanner;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable Part part;
    private @Nullable Entry entry;

    Finder(AwsFile file, FileKind kind, String path, SectionName name) {
      this.file = file;
      this.kind = kind;
      this.path = path;
      this.name = name;
      this.nameBytes = name.name().getBytes(StandardCharsets.UTF_8);
      this.scanner = new AwsFileScanner(file, kind);
    }

    EditableSection find() {
      if (file.isUtf16()) {
        throw broken(Mistake.UTF_16);
      }
      boolean blankBefore = true;
      for (Kind line = scanner.next(); line != Kind.END; line = scanner.next()) {
        switch (line) {
          case BLANK, COMMENT, END -> {}
          case HEADER -> header(blankBefore);
          case PROPERTY -> property(true);
          case SUB_PROPERTY -> indented(true);
          case CONTINUATION -> indented(false);
          case SKIPPED -> skipped();
          case BROKEN -> throw broken(scanner.mistake());
        }
        blankBefore = line == Kind.BLANK;
      }
      return new EditableSection(parts);
    }

    private void header(boolean blankBefore) {
      entry = null;
      part = null;
      // Most headers differ in their bytes; comparing those is cheaper than parsing the header.
      if (file.contains(nameBytes, scanner.valueStart(), scanner.valueEnd())
          && name.isThatOf(kind, scanner.currentHeader())) {
        boolean prefixed = scanner.currentHeader().prefixed();
        part = new Part(prefixed, line(), blankBefore, new ArrayList<>());
        parts.add(part);
      }
    }

    private void property(boolean hasKey) {
      if (part != null) {
        entry = entry(hasKey);
        part.entries.add(entry);
      }
    }

    private void indented(boolean hasKey) {
      if (entry != null) {
        entry.below.add(entry(hasKey));
      }
    }

    private void skipped() {
      if (scanner.textStart() > scanner.start() && entry != null) {
        indented(false);
      } else {
        property(false);
      }
    }

    private Entry entry(boolean hasKey) {
      return new Entry(
          line(),
          hasKey ? scanner.key() : null,
          scanner.textStart(),
          scanner.keyEnd(),
          scanner.valueStart(),
          scanner.valueEnd(),
          new ArrayList<>());
    }

    private Line line() {
      return new Line(scanner.number(), scanner.start(), scanner.end(), scanner.following());
    }

    private RuntimeException broken(Mistake mistake) {
      return mistake.in(kind, path, Math.max(1, scanner.number())).exception();
    }
  }
}
