import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An object's own {@code iterator()} goes over a map in one of its fields, which tasks change: the map is in flight. */
public class IteratorOfField {
  static final class Shelf {
    final Map<Integer, Integer> map = new TreeMap<>();

    Iterator<Integer> iterator() {
      return map.values().iterator();
    }

    @Concurrent
    int put(int key, int value) {
      map.put(key, value);
      return map.size();
    }
  }

  static final class Room {
    Shelf shelf = new Shelf();

    Shelf shelf() {
      return shelf;
    }
  }

  static final class House {
    final List<Room> rooms = new ArrayList<>();

    Iterator<Room> iterator() {
      return rooms.iterator();
    }
  }

  private final House[] houses = {new House(), new House()};
  private final Shelf all = new Shelf();
  private int sizes;

  @Synchronized
  void copy(int house) {
    for (Iterator<Room> i = houses[house].iterator(); i.hasNext(); ) {
      Room room = i.next();
      int key = 0;
      for (Iterator<Integer> k = room.shelf().iterator(); k.hasNext(); ) {
        int value = k.next();
        if (key < 19) {
          key++;
          sizes += all.put(key, value + 2);
        }
      }
    }
  }

  public static void main(String[] args) {
    for (int round = 0; round < 20; round++) {
      IteratorOfField town = new IteratorOfField();
      for (int k = 0; k < 20; k++) {
        town.all.map.put(k, k);
      }
      Room room = new Room();
      room.shelf = town.all;
      town.houses[1].rooms.add(room);
      town.copy(0);
      town.copy(1);
      System.out.println(town.all.map + " " + town.sizes);
    }
  }
}
