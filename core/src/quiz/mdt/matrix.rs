//! The few operations on small matrices that a calibration needs.

/// Square, symmetric.
pub(super) type Matrix = Vec<Vec<f64>>;

pub(super) fn zeros(size: usize) -> Matrix {
    vec![vec![0.0; size]; size]
}

/// 0 for no numbers.
pub(super) fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len().max(1) as f64
}

pub(super) fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// Adds the product of every pair of numbers, times a factor.
pub(super) fn add_square(matrix: &mut Matrix, numbers: &[f64], factor: f64) {
    for (row, one) in matrix.iter_mut().zip(numbers) {
        row.iter_mut().zip(numbers).for_each(|(sum, other)| *sum += factor * one * other);
    }
}

/// The inverse of a positive definite matrix, by the method of Gauss and Jordan. The prior makes every matrix here positive
/// definite, so no pivot is near 0.
pub(super) fn inverse(mut matrix: Matrix) -> Matrix {
    let size = matrix.len();
    let mut inverse: Matrix =
        (0..size).map(|row| (0..size).map(|column| f64::from(u8::from(row == column))).collect()).collect();
    for pivot in 0..size {
        let scale = matrix[pivot][pivot];
        for rows in [&mut matrix, &mut inverse] {
            rows[pivot].iter_mut().for_each(|number| *number /= scale);
        }
        for row in (0..size).filter(|&row| row != pivot) {
            let factor = matrix[row][pivot];
            for rows in [&mut matrix, &mut inverse] {
                let line = rows[pivot].clone();
                rows[row].iter_mut().zip(line).for_each(|(number, other)| *number -= factor * other);
            }
        }
    }
    inverse
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_of_a_matrix_times_the_matrix_is_one() {
        let matrix = vec![vec![4.0, 1.0, 0.5], vec![1.0, 3.0, -1.0], vec![0.5, -1.0, 2.0]];
        let inverse = inverse(matrix.clone());
        for (row, line) in inverse.iter().enumerate() {
            for (column, other) in matrix.iter().enumerate() {
                // The matrix is symmetric, so its rows are its columns.
                let product = dot(line, other);
                assert!((product - f64::from(u8::from(row == column))).abs() < 1e-12);
            }
        }
    }
}
