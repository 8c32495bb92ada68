package it.kotlin

import dev.deco.Concurrent
import dev.deco.Synchronized

class Grid(private val factor: Double) {
    @Concurrent
    fun cell(x: Int, y: Int): Double = JavaCell.value(x, y) * factor

    @Synchronized
    fun rows(n: Int): List<DoubleArray> {
        val rows = List(n) { DoubleArray(n) }
        for (x in 0 until n) {
            for (y in 0 until n) {
                rows[x][y] = cell(x, y)
            }
        }
        return rows
    }
}
