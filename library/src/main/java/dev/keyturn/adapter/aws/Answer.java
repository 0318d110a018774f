package dev.keyturn.adapter.aws;

import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What an endpoint answered, or an item of a list in it.
 *
 * @param endpoint which endpoint
 * @param xml the answer
 */
public record Answer(URI endpoint, XmlAnswer xml) {

  /** The text of {@code name}; an answer without it is not from AWS. */
  public String text(String name) {
    return optional(name).orElseThrow(() -> fault("the answer has no " + name));
  }

  /** The text of {@code name}; nothing where it is missing or empty. */
  public Optional<String> optional(String name) {
    return xml.text(name).filter(text -> !text.isEmpty());
  }

  /** The time called {@code name}, in whole seconds. */
  public Instant time(String name) {
    return parse(name, text(name));
  }

  /** The time called {@code name}; nothing where it is missing. */
  public Optional<Instant> optionalTime(String name) {
    return optional(name).map(text -> parse(name, text));
  }

  private Instant parse(String name, String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      throw fault("its " + name + " is not a time");
    }
  }

  /** The items of its list. */
  public List<Answer> members() {
    return xml.members().stream().map(member -> new Answer(endpoint, member)).toList();
  }

  /** The failure for an answer that is not from AWS. */
  public FailureException fault(String what) {
    return new AwsFailure.ServiceFault(endpoint.toString(), what).exception();
  }
}
