-- Scores, coverage, tallies and ranks of all scorecards of a long table.
--
-- It reads a table or view `figures` as `scorecard export` writes it, of any type of column, and
-- is the same text for DuckDB and Spark SQL. Its columns are those of `compare --format csv`.
-- Sums are rounded to 9 decimals: scores that lie nearer to each other count as equal.

WITH figure AS (
    SELECT
        CAST(framework AS STRING) AS framework,
        CAST(edition AS STRING) AS edition,
        CAST(unit AS STRING) AS unit,
        level,
        CAST(parent AS STRING) AS parent,
        CAST(period AS STRING) AS period,
        CAST(track AS STRING) AS track,
        file, score_error,
        coalesce(CAST(period_start AS STRING), CAST(period AS STRING)) AS from_day,
        CAST(period_end AS STRING) AS to_day,
        CAST(eligible AS BOOLEAN) AS eligible,
        CAST(scale AS DOUBLE) AS scale,
        CAST(coverage_least AS DOUBLE) AS coverage_least,
        CAST(group_weight AS DOUBLE) AS weight,
        CAST(bonus AS BOOLEAN) OR CAST(indicator_points AS DOUBLE) < 0 AS extra,
        figures.group AS belongs_to,
        indicator,
        CAST(verdict AS STRING) AS verdict,
        CAST(in_tally AS STRING) AS in_tally,
        absent IS NULL OR CAST(absent AS STRING) = 'missing' AS applies,
        absent IS NULL AND error IS NULL AND counts_as_missing IS NULL AS reported,
        CAST(points_low AS DECIMAL(38, 20)) AS low,
        CAST(points_high AS DECIMAL(38, 20)) AS high,
        CAST(points_low_open AS BOOLEAN) AS low_open,
        CAST(points_high_open AS BOOLEAN) AS high_open,
        CAST(points_approximate AS BOOLEAN) AS approximate,
        CASE CAST(points_side AS STRING) WHEN 'below' THEN -1 WHEN 'above' THEN 1 ELSE 0 END AS side,
        CAST(points_max AS DECIMAL(38, 20)) AS most,
        CAST(points_due AS DECIMAL(38, 20)) AS due
    FROM figures
),

-- What is summed before it is weighed: a group that has a weight, else each indicator by itself.
part AS (
    SELECT
        framework, edition, unit, level, parent, period, track, file, score_error,
        from_day, to_day, eligible, scale, coverage_least, weight, extra,
        CAST(SUM(low) AS DOUBLE) AS low,
        CAST(SUM(high) AS DOUBLE) AS high,
        MAX(CASE WHEN low < high AND low_open THEN 1 ELSE 0 END) AS low_side,
        MIN(CASE WHEN low < high AND high_open THEN -1 ELSE 0 END) AS high_side,
        MAX(CASE WHEN approximate THEN 1 ELSE 0 END) AS approximate,
        MIN(CASE WHEN approximate THEN side END) AS least_side,
        MAX(CASE WHEN approximate THEN side END) AS most_side,
        CAST(SUM(most) AS DOUBLE) AS most,
        CAST(SUM(due) AS DOUBLE) AS due,
        CAST(SUM(CASE WHEN reported THEN due ELSE 0 END) AS DOUBLE) AS covered,
        SUM(CASE WHEN reported AND NOT extra THEN 1 ELSE 0 END) AS figures_reported,
        SUM(CASE WHEN applies AND NOT extra THEN 1 ELSE 0 END) AS figures_due,
        SUM(CASE WHEN in_tally IS NOT NULL THEN 1 ELSE 0 END) AS targets,
        SUM(CASE WHEN in_tally = 'due' AND verdict IN ('met', 'exceeded') THEN 1 ELSE 0 END)
            AS met,
        SUM(CASE WHEN in_tally = 'due' AND coalesce(verdict, 'undecided') = 'undecided'
            THEN 1 ELSE 0 END) AS perhaps_met,
        SUM(CASE WHEN in_tally = 'pending' THEN 1 ELSE 0 END) AS pending
    FROM figure
    GROUP BY
        framework, edition, unit, level, parent, period, track, file, score_error,
        from_day, to_day, eligible, scale, coverage_least, weight, extra,
        CASE WHEN weight IS NULL OR extra THEN indicator ELSE belongs_to END
),

-- One number that is about right lies on a side where all its approximate parts do; a span is
-- open where a part that is a span is.
sided AS (
    SELECT
        *,
        CASE
            WHEN extra OR weight IS NULL THEN 1
            WHEN most > 0 THEN weight / most
        END AS worth,
        CASE
            WHEN high - low > 0.0000000005 THEN low_side
            WHEN least_side = most_side THEN least_side
            ELSE 0
        END AS part_low_side,
        CASE
            WHEN high - low > 0.0000000005 THEN high_side
            WHEN least_side = most_side THEN least_side
            ELSE 0
        END AS part_high_side
    FROM part
),

total AS (
    SELECT
        framework, edition, unit, level, parent, period, track, file, score_error,
        from_day, to_day, eligible, scale, coverage_least,
        SUM(low * worth) AS low,
        SUM(high * worth) AS high,
        MAX(CASE WHEN high - low > 0.0000000005 AND part_low_side > 0 THEN 1 ELSE 0 END)
            AS low_side,
        MIN(CASE WHEN high - low > 0.0000000005 AND part_high_side < 0 THEN -1 ELSE 0 END)
            AS high_side,
        MAX(CASE WHEN worth IS NOT NULL THEN approximate ELSE 0 END) AS approximate,
        MIN(CASE WHEN worth IS NOT NULL AND approximate = 1 THEN part_low_side END)
            AS least_side,
        MAX(CASE WHEN worth IS NOT NULL AND approximate = 1 THEN part_low_side END)
            AS most_side,
        SUM(most * worth) AS most,
        SUM(CASE WHEN weight IS NULL THEN covered WHEN due > 0 THEN covered * weight / due END)
            AS covered,
        SUM(CASE WHEN weight IS NULL THEN due WHEN due > 0 THEN weight END) AS due,
        SUM(figures_reported) AS figures_reported,
        SUM(figures_due) AS figures_due,
        SUM(targets) AS targets,
        SUM(met) AS met,
        SUM(perhaps_met) AS perhaps_met,
        SUM(pending) AS pending
    FROM sided
    GROUP BY
        framework, edition, unit, level, parent, period, track, file, score_error,
        from_day, to_day, eligible, scale, coverage_least
),

-- A score is at least 0.
score AS (
    SELECT
        *,
        CASE WHEN most > 0 AND score_error IS NULL
            THEN greatest(round(low * scale / most, 9), 0) END AS score_low,
        CASE WHEN most > 0 AND score_error IS NULL
            THEN greatest(round(high * scale / most, 9), 0) END AS score_high,
        CASE
            WHEN high - low > 0.0000000005 THEN low_side
            WHEN least_side = most_side THEN least_side
            ELSE 0
        END AS side_of_low,
        CASE
            WHEN high - low > 0.0000000005 THEN high_side
            WHEN least_side = most_side THEN least_side
            ELSE 0
        END AS side_of_high,
        CASE WHEN due > 0 THEN round(covered / due, 12) END AS coverage
    FROM total
),

scored AS (
    SELECT
        *,
        CASE WHEN low < 0 OR (score_low = 0 AND side_of_low < 0) THEN 0 ELSE side_of_low END
            AS score_low_side,
        CASE WHEN high < 0 OR (score_high = 0 AND side_of_high < 0) THEN 0 ELSE side_of_high END
            AS score_high_side,
        CASE
            WHEN score_error IS NOT NULL THEN 'error'
            WHEN NOT eligible THEN 'not-eligible'
            WHEN coverage IS NULL THEN 'no-target'
            WHEN coverage < coverage_least OR score_low IS NULL THEN 'coverage'
            WHEN 2 * figures_reported < figures_due THEN 'figures'
        END AS why_not
    FROM score
),

-- Both ends of each score, in one order: how many others lie surely, and possibly, above it.
ordered AS (
    SELECT *, 1 AS is_low, score_low AS bound, score_low_side AS bound_side FROM scored
    UNION ALL
    SELECT *, 0 AS is_low, score_high AS bound, score_high_side AS bound_side FROM scored
),

counted AS (
    SELECT
        *,
        SUM(is_low) OVER (
            PARTITION BY framework, edition, level, track, from_day, to_day, why_not
        ) AS of_all,
        SUM(is_low) OVER (
            PARTITION BY framework, edition, level, track, from_day, to_day, why_not
            ORDER BY bound, bound_side
        ) AS lows_up_to_it,
        SUM(1 - is_low) OVER (
            PARTITION BY framework, edition, level, track, from_day, to_day, why_not
            ORDER BY bound, bound_side
        ) AS highs_up_to_it
    FROM ordered
),

ranked AS (
    SELECT
        framework, edition, unit, level, parent, period, track, file,
        score_low, score_high, score_low_side, score_high_side, approximate, coverage,
        figures_reported, figures_due, targets, met, perhaps_met, pending, of_all,
        CASE WHEN why_not IS NULL AND of_all = 1 THEN 'alone' ELSE why_not END AS unranked,
        MAX(CASE WHEN is_low = 0 THEN 1 + of_all - lows_up_to_it END) AS best,
        -- Of itself, an interval lies possibly above itself.
        MAX(CASE WHEN is_low = 1 THEN of_all - highs_up_to_it
            + CASE WHEN score_low = score_high AND score_low_side = score_high_side
                THEN 1 ELSE 0 END END) AS worst
    FROM counted
    GROUP BY
        framework, edition, unit, level, parent, period, track, file,
        score_low, score_high, score_low_side, score_high_side, approximate, coverage,
        figures_reported, figures_due, targets, met, perhaps_met, pending, of_all, why_not
)

SELECT
    CASE WHEN unranked IS NULL THEN CAST(best AS BIGINT) END AS rank_best,
    CASE WHEN unranked IS NULL THEN CAST(worst AS BIGINT) END AS rank_worst,
    CASE WHEN unranked IS NULL THEN CAST(of_all AS BIGINT) END AS rank_of,
    CASE WHEN unranked IS NULL THEN approximate = 1 END AS rank_approximate,
    unit, level, parent, period, track, framework, edition,
    score_low, score_high,
    CASE WHEN score_low IS NOT NULL
        THEN score_low < score_high AND score_low_side > 0 END AS score_low_open,
    CASE WHEN score_low IS NOT NULL
        THEN score_low < score_high AND score_high_side < 0 END AS score_high_open,
    CASE WHEN score_low IS NOT NULL THEN approximate = 1 END AS score_approximate,
    CASE WHEN score_low = score_high AND score_low_side = score_high_side THEN
        CASE score_low_side WHEN -1 THEN 'below' WHEN 1 THEN 'above' END
    END AS score_side,
    100 * coverage AS coverage_percent,
    CAST(figures_reported AS BIGINT) AS figures_reported,
    CAST(figures_due AS BIGINT) AS figures_due,
    CAST(targets AS BIGINT) AS targets,
    CAST(met AS BIGINT) AS targets_met_least,
    CAST(met + perhaps_met AS BIGINT) AS targets_met_most,
    CAST(pending AS BIGINT) AS targets_pending,
    unranked, file
FROM ranked
ORDER BY
    framework, edition, level, track NULLS FIRST, period, rank_best NULLS LAST, rank_worst, unit
