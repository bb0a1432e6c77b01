package org.backshadow.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a JSON file and where it stands; what is not as it must be is refused with that. */
record Entry(String place, @Nullable Object value) {
  IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(place.isEmpty() ? "the file " + what : place + " " + what);
  }

  boolean has(String name) {
    return value instanceof Map<?, ?> map && map.containsKey(name);
  }

  Entry get(String name) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("is not an object with names");
    }
    if (!map.containsKey(name)) {
      throw wrong("has no \"" + name + "\"");
    }
    return new Entry(place.isEmpty() ? name : place + "." + name, map.get(name));
  }

  List<Entry> items() {
    if (!(value instanceof List<?> list)) {
      throw wrong("is not a list");
    }
    var items = new ArrayList<Entry>(list.size());
    for (int i = 0; i < list.size(); i++) {
      items.add(new Entry(place + "[" + i + "]", list.get(i)));
    }
    return items;
  }

  String text() {
    if (!(value instanceof String text)) {
      throw wrong("is not text");
    }
    return text;
  }

  double number() {
    if (!(value instanceof Double number)) {
      throw wrong("is not a number");
    }
    return number;
  }

  long whole(long least, long most) {
    double number = number();
    if (number != Math.rint(number) || number < least || number > most) {
      throw wrong("is " + number + ", not a whole number from " + least + " to " + most);
    }
    return (long) number;
  }

  long wholeText() {
    try {
      return Long.parseLong(text());
    } catch (NumberFormatException e) {
      throw wrong("is not a whole number in quotes");
    }
  }
}
