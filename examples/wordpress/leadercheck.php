<?php
/**
 * Plugin Name: leadercheck
 * Description: Giữ lại bài nêu sai chức danh, họ tên, thứ tự lãnh đạo, trước khi xuất bản.
 * Version: 0.1.0
 * Requires at least: 6.0
 * Requires PHP: 8.0
 * License: Apache-2.0
 *
 * Copy to wp-content/plugins/. In wp-config.php, where they differ:
 *   define('LEADERCHECK_URL', 'http://127.0.0.1:8765');
 *   define('LEADERCHECK_API_KEY', '…');
 */

namespace Leadercheck;

use WP_Error;

const LONGEST_LIST = 5;

add_filter('rest_pre_insert_post', __NAMESPACE__ . '\\refuse', 10, 1);
add_filter('wp_insert_post_data', __NAMESPACE__ . '\\keep_back', 10, 2);

/**
 * The block editor: what is wrong is shown where "Publish" was clicked.
 *
 * @param object|WP_Error $post the fields that were sent.
 */
function refuse($post)
{
    if (is_wp_error($post) || !goes_out($post->post_status ?? null)) {
        return $post;
    }
    $stored = empty($post->ID) ? null : get_post($post->ID);
    $wrong = errors(
        $post->post_title ?? $stored->post_title ?? '',
        $post->post_content ?? $stored->post_content ?? '',
        $post->post_date ?? null
    );
    return $wrong ? new WP_Error('leadercheck', implode("\n", $wrong), ['status' => 422]) : $post;
}

/** Every other way in: a post with errors stays a draft. */
function keep_back(array $data, array $given): array
{
    $is_rest = defined('REST_REQUEST') && REST_REQUEST;
    if ($is_rest || $data['post_type'] !== 'post' || !goes_out($data['post_status'])) {
        return $data;
    }
    // WordPress hands the fields over with slashes.
    $wrong = errors(wp_unslash($data['post_title']), wp_unslash($data['post_content']), $data['post_date']);
    if ($wrong) {
        $data['post_status'] = 'draft';
    }
    return $data;
}

function goes_out(?string $status): bool
{
    return in_array($status, ['publish', 'future'], true);
}

/**
 * What has to be corrected before the post goes out, a sentence each.
 *
 * @return string[]
 */
function errors(string $title, string $html, ?string $date): array
{
    $day = $date && !str_starts_with($date, '0000') ? substr($date, 0, 10) : null;
    $answer = wp_remote_post(url() . '/check/html', [
        'timeout' => 15,
        'headers' => array_filter(['Content-Type' => 'application/json', 'X-API-Key' => key_of()]),
        'body' => wp_json_encode(['html' => "<h1>$title</h1>\n$html", 'on' => $day]),
    ]);
    if (is_wp_error($answer) || wp_remote_retrieve_response_code($answer) !== 200) {
        return ['Chưa kiểm tra được chức danh: không gọi được máy chủ leadercheck ở ' . url() . '.'];
    }
    $wrong = [];
    foreach (json_decode(wp_remote_retrieve_body($answer), true)['report']['findings'] as $finding) {
        if ($finding['severity'] === 'error') {
            $wrong[] = "“{$finding['excerpt']}”: {$finding['message']}";
        }
    }
    return array_slice($wrong, 0, LONGEST_LIST);
}

function url(): string
{
    return rtrim(defined('LEADERCHECK_URL') ? LEADERCHECK_URL : 'http://127.0.0.1:8765', '/');
}

function key_of(): string
{
    return defined('LEADERCHECK_API_KEY') ? LEADERCHECK_API_KEY : '';
}
