package dev.keyturn.sandbox.statefile;

import static java.util.Objects.requireNonNull;

import dev.keyturn.sandbox.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks a document along its schema, and makes documents that differ from it in one place. */
final class Mutations {
  private static final Json.Obj ROOT = StateSchema.json();

  private Mutations() {}

  /** Every value of the document with its schema and a way to put another one in its place. */
  record Node(String place, Json value, Json.Obj schema, UnaryOperator<Json> document) {
    /** The members that the schema names; empty when this is not an object with such. */
    Map<String, Json> properties() {
      return schema.get("properties") instanceof Json.Obj known ? known.members() : Map.of();
    }

    Json withMember(String name, @Nullable Json member) {
      Map<String, Json> members = new LinkedHashMap<>(((Json.Obj) value).members());
      if (member == null) {
        members.remove(name);
      } else {
        members.put(name, member);
      }
      return document.apply(new Json.Obj(members));
    }
  }

  static void walk(Json document, Consumer<Node> visitor) {
    visit(new Node("", document, ROOT, replaced -> replaced), visitor);
  }

  private static void visit(Node node, Consumer<Node> visitor) {
    visitor.accept(node);
    if (node.value() instanceof Json.Obj object) {
      object
          .members()
          .forEach((name, member) -> {
            if (node.properties().get(name) instanceof Json.Obj schema) {
              visit(
                  new Node(
                      node.place() + "." + name,
                      member,
                      resolve(schema),
                      other -> node.withMember(name, other)),
                  visitor);
            }
          });
    }
    if (node.value() instanceof Json.Arr array
        && node.schema().get("items") instanceof Json.Obj schema) {
      for (int i = 0; i < array.items().size(); i++) {
        int index = i;
        UnaryOperator<Json> document =
            other -> {
              List<Json> items = new ArrayList<>(array.items());
              items.set(index, other);
              return node.document().apply(new Json.Arr(items));
            };
        visit(
            new Node(node.place() + "[" + i + "]", array.items().get(i), resolve(schema), document),
            visitor);
      }
    }
  }

  /** Documents that differ at this node: another type, the ends of a range, each enum value, … */
  static void of(Node node, BiConsumer<String, Json> taker) {
    if (!node.schema().members().containsKey("type")
        && !node.schema().members().containsKey("enum")) {
      return;
    }
    for (Json other : others(node.schema())) {
      taker.accept(node.place() + " = " + other.print(), node.document().apply(other));
    }
    if (node.value() instanceof Json.Obj && !node.properties().isEmpty()) {
      for (String name : node.properties().keySet()) {
        taker.accept(node.place() + " without " + name, node.withMember(name, null));
      }
      taker.accept(node.place() + " with more", node.withMember("Unknown", text("x")));
    }
  }

  private static List<Json> others(Json.Obj schema) {
    List<Json> others = new ArrayList<>();
    others.add(new Json.Bool(true));
    others.add(number(BigDecimal.valueOf(7.5)));
    if (!isDocument(schema)) {
      others.addAll(
          List.of(new Json.Obj(Map.of()), new Json.Arr(List.of()), text(""), text("§"), text("1")));
      others.addAll(List.of(text("a".repeat(65)), text("a".repeat(129)), text("a".repeat(257))));
    }
    if (schema.get("enum") instanceof Json.Arr values) {
      others.addAll(values.items());
    }
    if (schema.get("minimum") instanceof Json.Num least
        && schema.get("maximum") instanceof Json.Num most) {
      others.add(least);
      others.add(most);
      others.add(number(least.value().subtract(BigDecimal.ONE)));
      others.add(number(most.value().add(BigDecimal.ONE)));
    }
    return others;
  }

  /** A policy: what the schema says of it is only that it is an object or a text. */
  private static boolean isDocument(Json.Obj schema) {
    return schema.get("type") instanceof Json.Arr;
  }

  private static Json.Obj resolve(Json.Obj schema) {
    if (!(schema.get("$ref") instanceof Json.Str reference)) {
      return schema;
    }
    Json.Obj definitions = (Json.Obj) requireNonNull(ROOT.get("$defs"));
    String name = reference.value().substring("#/$defs/".length());
    return resolve((Json.Obj) requireNonNull(definitions.get(name), name));
  }

  private static Json text(String value) {
    return new Json.Str(value);
  }

  private static Json number(BigDecimal value) {
    return new Json.Num(value);
  }
}
