package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Structure;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the statements of a document are, as the policy simulator says it: a statement starts after
 * the bracket, the brace or the statement before it, and ends after its own brace. Lines and
 * columns count from 1.
 */
final class StatementSpans {

  /** Offsets in the text. */
  private record Span(int start, int end) {}

  private final String text;
  private final List<Span> spans = new ArrayList<>();

  private StatementSpans(String text) {
    this.text = text;
  }

  /** The statements of a document that has been read as a policy. */
  static StatementSpans of(String document) {
    StatementSpans spans = new StatementSpans(document);
    spans.scan();
    return spans;
  }

  /** The members of a matched statement that say where it is. */
  Structure describe(Structure statement, int index) {
    if (index >= spans.size()) {
      return statement;
    }
    Span span = spans.get(index);
    return statement
        .with("StartPosition", position(span.start()))
        .with("EndPosition", position(span.end()));
  }

  private Structure position(int offset) {
    int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    long line = text.substring(0, offset).chars().filter(unit -> unit == '\n').count() + 1;
    return Structure.empty().with("Line", line).with("Column", offset - lineStart + 1L);
  }

  /** Goes through the tokens; a statement is an object in the value of the outermost Statement. */
  private void scan() {
    int depth = 0;
    int statementDepth = 0;
    int start = 0;
    String name = "";
    for (int at = 0; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '"' -> {
          int end = endOfString(at);
          name = depth == 1 ? text.substring(at + 1, end) : name;
          at = end;
        }
        case '[', '{' -> {
          depth++;
          boolean isList = text.charAt(at) == '[';
          if (depth == 2 && name.equals("Statement")) {
            statementDepth = isList ? 3 : 2;
            start = at + 1;
          }
        }
        case ']', '}' -> {
          if (depth == statementDepth) {
            spans.add(new Span(start, at + 1));
            start = at + 1;
          }
          depth--;
          statementDepth = depth < 2 ? 0 : statementDepth;
        }
        default -> {}
      }
    }
  }

  private int endOfString(int quote) {
    int at = quote + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
