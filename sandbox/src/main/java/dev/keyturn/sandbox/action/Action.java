package dev.keyturn.sandbox.action;

import java.util.List;

/**
 * One operation of a Query-protocol service. The shapes are checked before {@link
 * Operation#perform} runs; the operation runs exclusively: no other action changes the state in the
 * meantime.
 */
public record Action(String name, List<Shape> shapes, Operation operation) {

  /** Performs an action, and calls {@link Call#authorize} before it reads or changes anything. */
  @FunctionalInterface
  public interface Operation {
    /**
     * Answers the call; an empty structure stands for an operation without output.
     *
     * @throws AwsError when AWS would refuse
     */
    Structure perform(Call call);
  }

  public static Action of(String name, Operation operation, Shape... shapes) {
    return new Action(name, List.of(shapes), operation);
  }
}
