package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lines with keys of sessions in a file. Such keys are stored only in their section, so an edit
 * of these lines cannot be undone. A token that is left over beside a long-term key is not a
 * session.
 */
final class SessionKeys {

  private final AwsFile file;
  private final AwsFileScanner scanner;

  private final List<String> lines = new ArrayList<>();
  private final List<String> linesOfSection = new ArrayList<>();
  private boolean sectionHasToken;
  private boolean sectionHasSessionId;
  private boolean sectionHasLongTermId;
  private boolean inKeyOfSection;

  private SessionKeys(AwsFile file, FileKind kind) {
    this.file = file;
    this.scanner = new AwsFileScanner(file, kind);
  }

  /** The lines of {@code file}, which may have mistakes. */
  static SessionKeys of(AwsFile file, FileKind kind) {
    SessionKeys keys = new SessionKeys(file, kind);
    for (Kind line = keys.scanner.next(); line != Kind.END; line = keys.scanner.next()) {
      switch (line) {
        case BLANK, COMMENT, END -> {}
        case HEADER -> keys.endSection();
        case PROPERTY -> keys.property();
        case CONTINUATION, SUB_PROPERTY, SKIPPED, BROKEN -> keys.other();
      }
    }
    keys.endSection();
    return keys;
  }

  private void endSection() {
    if (sectionHasSessionId || (sectionHasToken && !sectionHasLongTermId)) {
      lines.addAll(linesOfSection);
    }
    linesOfSection.clear();
    sectionHasToken = false;
    sectionHasSessionId = false;
    sectionHasLongTermId = false;
    inKeyOfSection = false;
  }

  private void property() {
    String key = scanner.key().toLowerCase(Locale.ROOT);
    sectionHasToken |= key.equals("aws_session_token") || key.equals("aws_security_token");
    if (key.equals("aws_access_key_id")) {
      sectionHasSessionId |= AccessKey.isTemporary(scanner.value());
      sectionHasLongTermId |= AccessKey.isLongTerm(scanner.value());
    }
    inKeyOfSection = key.startsWith("aws_");
    other();
  }

  private void other() {
    if (inKeyOfSection) {
      linesOfSection.add(file.latin1(scanner.start(), scanner.end()));
    }
  }

  /** Whether {@code hunks} remove or write such a line. */
  boolean areIn(List<Hunk> hunks) {
    for (Hunk hunk : hunks) {
      for (String line : lines) {
        if (hunk.before().contains(line) || hunk.after().contains(line)) {
          return true;
        }
      }
    }
    return false;
  }
}
